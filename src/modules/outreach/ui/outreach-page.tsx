import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { countOutreach } from '../api/outreach.ts'
import { ActivityList } from './activities/activity-list.tsx'
import { CountsSide } from './counts/counts-side.tsx'
import { UnitCounts } from './counts/unit-counts.tsx'
import classes from './outreach.module.css'
import { RecordDialog, type Recorded } from './recording/record-dialog.tsx'
import { useOutreachFilters, useWaiting } from './use-outreach.ts'

/** What was done to reach people in the chosen unit and below, and how many; recorded also without a network. */
export function OutreachPage() {
  const { t, number } = useWords()
  const { unit, period } = useSelection()
  const [isRecording, setRecording] = useState(false)
  const [recorded, setRecorded] = useState<Recorded | null>(null)
  const mayRecord = useMe().may('outreach.record')
  const filters = useOutreachFilters()
  const isWaiting = useWaiting().length > 0
  // On a phone somebody records and reads one's own first
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const asked = { unit: unit ?? '', period }
  const { data, error, refetch } = useRead(countOutreach, asked, { enabled: unit !== null, offline: true })
  const units = data?.units.some(({ isOwn }) => !isOwn) && <UnitCounts counts={data} />
  return (
    <>
      <PageHead
        title={t('app.outreach.title')}
        facts={
          <>
            <span>{tellPeriod(t, period)}</span>
            {data && (
              <span>
                {t('app.outreach.facts', {
                  activities: number(data.total.activities),
                  reached: number(data.total.reached),
                })}
              </span>
            )}
          </>
        }
        actions={
          mayRecord && (
            <Button
              className={classes.record}
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setRecording(true)}
            >
              {t('app.outreach.record')}
            </Button>
          )
        }
      />
      {recorded && (!recorded.isKept || isWaiting) && (
        <p role="status" className={classes.recorded}>
          {recorded.text}
        </p>
      )}
      {unit === null ? (
        <EmptyNote>{t('app.outreach.chooseUnit')}</EmptyNote>
      ) : (
        <Panes
          sideLabel={t('app.outreach.counts')}
          side={data && <CountsSide counts={data} onForm={(form) => filters.ask({ form })} />}
        >
          {error && !data && <ErrorNote problem={error} retry={refetch} />}
          {!data && !error && <LoadingBars rows={6} />}
          {!isPhone && units}
          <ActivityList filters={filters} />
          {isPhone && units}
        </Panes>
      )}
      {isRecording && (
        <RecordDialog
          onClose={() => setRecording(false)}
          onRecorded={(said) => {
            setRecording(false)
            setRecorded(said)
          }}
        />
      )}
    </>
  )
}
