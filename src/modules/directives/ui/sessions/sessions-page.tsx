import { Button, Checkbox } from '@mantine/core'
import { IconPlus, IconTable } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { ChooseDirective } from '../choose-directive.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { SessionDialog } from './session-dialog.tsx'
import { SessionList } from './session-list.tsx'
import { SessionTotalsSide } from './session-totals.tsx'
import classes from './sessions.module.css'
import { useSessionFilters, useSessions } from './use-sessions.ts'

/** Which directives were studied in the chosen unit and below, and how many of those asked came. */
export function SessionsPage() {
  const { t, number } = useWords()
  const { unit, period } = useSelection()
  const filters = useSessionFilters()
  const { data: pages, error, refetch, ...more } = useSessions(filters)
  const [isRecording, setRecording] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const totals = pages?.[0]?.totals
  const sessions = pages?.flatMap((page) => page.sessions)
  return (
    <>
      <PageHead
        title={t('app.studySessions.title')}
        facts={
          <>
            <span>{tellPeriod(t, period)}</span>
            {totals && (
              <span>
                {t('app.studySessions.facts', {
                  sessions: number(totals.sessions),
                  units: number(totals.units),
                })}
              </span>
            )}
          </>
        }
        actions={<Actions directive={filters.directive} onRecord={() => setRecording(true)} />}
      />
      <Tools filters={filters} />
      {unit === null ? (
        <EmptyNote>{t('app.studySessions.chooseUnit')}</EmptyNote>
      ) : (
        <Panes
          sideLabel={t('app.studySessions.reached')}
          side={totals && totals.sessions > 0 && <SessionTotalsSide totals={totals} />}
        >
          {error && !sessions && <ErrorNote problem={error} retry={refetch} />}
          {!sessions && !error && <LoadingBars rows={8} />}
          {sessions?.length === 0 && <EmptyNote>{t('app.studySessions.none')}</EmptyNote>}
          {sessions && sessions.length > 0 && <SessionList sessions={sessions} onOpen={setOpen} />}
          {more.hasNextPage && (
            <Button
              variant="subtle"
              m="sm"
              loading={more.isFetchingNextPage}
              onClick={() => more.fetchNextPage()}
            >
              {t('app.studySessions.more')}
            </Button>
          )}
        </Panes>
      )}
      {isRecording && (
        <RecordDialog directive={filters.directive ?? null} onClose={() => setRecording(false)} />
      )}
      {open !== null && <SessionDialog id={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function Actions({ directive, onRecord }: { directive: string | undefined; onRecord(): void }) {
  const { t } = useWords()
  if (!useMe().may('session.record')) return null
  return (
    <>
      <Button
        component={Link}
        variant="default"
        leftSection={<IconTable size={16} aria-hidden />}
        {...({ to: '/study-sessions/sheet', search: keeping(directive) } as object)}
      >
        {t('app.studySessions.many')}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onRecord}>
        {t('app.studySessions.record')}
      </Button>
    </>
  )
}

const keeping = (directive: string | undefined) => (old: object) => ({
  ...old,
  ...(directive !== undefined && { directive }),
})

function Tools({ filters }: { filters: ReturnType<typeof useSessionFilters> }) {
  const { t } = useWords()
  return (
    <div className={classes.tools}>
      <ChooseDirective
        hideLabel
        className={classes.directive}
        label={t('app.studySessions.directive')}
        value={filters.directive ?? null}
        onChange={(chosen) => filters.ask({ directive: chosen?.id })}
      />
      <Checkbox
        label={t('app.studySessions.withdrawnToo')}
        checked={filters.withdrawn}
        onChange={({ currentTarget: { checked } }) =>
          filters.ask({ withdrawn: checked ? 'true' : undefined })
        }
      />
    </div>
  )
}
