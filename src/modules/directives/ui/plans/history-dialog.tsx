import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listProgress, type Task } from '../../api/plans.ts'
import classes from './plans.module.css'

/** All that was reported on a task, the latest first, also on the plans that it was copied from. */
export function HistoryDialog({ plan, task, onClose }: { plan: string; task: Task; onClose(): void }) {
  const { t, day, number, instant } = useWords()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const { data, error, refetch } = useRead(listProgress, { id: plan, task: task.id })
  return (
    <Modal
      opened
      fullScreen={isPhone}
      size="lg"
      onClose={onClose}
      title={task.text}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && <LoadingBars rows={4} />}
      {data?.progress.length === 0 && <EmptyNote>{t('app.plans.noHistory')}</EmptyNote>}
      <ol className={classes.history}>
        {data?.progress.map((one) => (
          <li key={one.id}>
            <b>
              {day(one.on)} · {t(`app.plans.task.${one.state}`)} · {number(one.percent)} %
            </b>
            {one.note !== '' && <p>{one.note}</p>}
            <small>
              {one.by}
              {one.for !== null && ` (${t('app.plans.behalf', { who: one.for })})`}, {instant(one.at)}
              {one.plan.id !== plan && ` · ${one.plan.unitName}, ${one.plan.period}`}
            </small>
          </li>
        ))}
      </ol>
    </Modal>
  )
}
