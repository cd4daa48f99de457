import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { listProgrammes } from '#modules/programmes/api/programmes.ts'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { OUTREACH_FORMS } from '../../schema.ts'
import classes from '../outreach.module.css'
import { EditDialog } from '../recording/edit-dialog.tsx'
import { useActivities, type useOutreachFilters, useWaiting } from '../use-outreach.ts'
import { ActivityRow } from './activity-row.tsx'

type Filters = ReturnType<typeof useOutreachFilters>

/** The activities themselves, the newest first; what is still on this device stands above them. */
export function ActivityList({ filters }: { filters: Filters }) {
  const { t } = useWords()
  const { form, programme } = filters
  const {
    data: pages,
    error,
    refetch,
    ...more
  } = useActivities({
    ...(form && { form }),
    ...(programme && { programme }),
  })
  const waiting = useWaiting()
  const [opened, setOpened] = useState<string | null>(null)
  const activities = pages?.flatMap((page) => page.activities)
  const isNarrowed = form !== undefined || programme !== undefined
  return (
    <section aria-label={t('app.outreach.list')}>
      <Tools filters={filters} />
      {waiting.length > 0 && (
        <ul className={classes.list} aria-label={t('app.outreach.waiting')}>
          {waiting.map(({ id, label, state, problem }) => (
            <li key={id}>
              <div>
                <b>{label}</b>
                {problem && <small>{problem.detail}</small>}
              </div>
              <StateMark state={state === 'refused' || state === 'conflict' ? 'returned' : 'queued'} />
            </li>
          ))}
        </ul>
      )}
      {error && !activities && <ErrorNote problem={error} retry={refetch} />}
      {!activities && !error && <LoadingBars rows={8} />}
      {activities?.length === 0 && (
        <EmptyNote>{t(isNarrowed ? 'app.outreach.noneSo' : 'app.outreach.none')}</EmptyNote>
      )}
      {activities && activities.length > 0 && (
        <ul className={classes.list}>
          {activities.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} onOpen={() => setOpened(activity.id)} />
          ))}
        </ul>
      )}
      {more.hasNextPage && (
        <Button
          variant="subtle"
          m="sm"
          loading={more.isFetchingNextPage}
          onClick={() => more.fetchNextPage()}
        >
          {t('app.outreach.more')}
        </Button>
      )}
      {opened && <EditDialog id={opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

function Tools({ filters: { form, programme, ask } }: { filters: Filters }) {
  const { t, lang } = useWords()
  const programmes = useRead(listProgrammes, {}, { offline: true }).data?.programmes ?? []
  return (
    <div className={classes.tools}>
      <h2>{t('app.outreach.list')}</h2>
      <Select
        aria-label={t('app.outreach.form')}
        placeholder={t('app.outreach.allForms')}
        clearable
        w={190}
        value={form ?? null}
        data={OUTREACH_FORMS.map((value) => ({ value, label: t(`app.outreach.form.${value}`) }))}
        onChange={(value) => ask({ form: OUTREACH_FORMS.find((one) => one === value) })}
      />
      <Select
        aria-label={t('app.outreach.programme')}
        placeholder={t('app.outreach.allProgrammes')}
        clearable
        w={240}
        value={programme ?? null}
        data={programmes.map(({ slug, name, nameEn }) => ({
          value: slug,
          label: (lang === 'en' && nameEn) || name,
        }))}
        onChange={(value) => ask({ programme: value ?? undefined })}
      />
    </div>
  )
}
