import { Button } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Meter } from '../../../api/grade-shapes.ts'
import type { GradeSubject, Grading } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { CloseDialog } from './close-dialog.tsx'
import { DaysDialog } from './days-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import type { Proposing } from './use-proposing.ts'

export type Asked = {
  grading: Grading
  etag: string | undefined
  meters: readonly Meter[]
  subjects: readonly GradeSubject[]
  onClose(): void
}
const ACTS = ['reopen', 'close', 'change', 'notice', 'decide'] as const
const DIALOGS = {
  reopen: ReopenDialog,
  close: CloseDialog,
  change: DaysDialog,
  notice: NoticeDialog,
  decide: DecideDialog,
}

type Props = Omit<Asked, 'onClose'> & { proposing: Proposing }

/** What can be done now. While levels wait to be written, they come first and nothing else is offered. */
export function GradingFoot({ proposing, ...asked }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState<(typeof ACTS)[number] | null>(null)
  const { grading, subjects } = asked
  const acts = ACTS.filter((act) => grading.may.includes(act) && isToDo(act, subjects))
  const Dialog = open && DIALOGS[open]
  if (proposing.count > 0) return <Writing proposing={proposing} meters={asked.meters} />
  if (acts.length === 0) return null
  return (
    <div className={classes.foot}>
      {acts.map((act) => (
        <Button
          key={act}
          variant={act === acts.at(-1) && (act === 'decide' || act === 'notice') ? 'filled' : 'default'}
          onClick={() => setOpen(act)}
        >
          {t(`app.gradings.${act}`)}
        </Button>
      ))}
      {Dialog && <Dialog {...asked} onClose={() => setOpen(null)} />}
    </div>
  )
}

function isToDo(act: (typeof ACTS)[number], subjects: readonly GradeSubject[]): boolean {
  if (act === 'decide') return subjects.some(({ proposed, decided }) => proposed !== null && decided === null)
  if (act === 'notice')
    return subjects.some(({ decided, noticedOn }) => decided !== null && noticedOn === null)
  return true
}

function Writing({ proposing, meters }: Pick<Props, 'proposing' | 'meters'>) {
  const { t, number } = useWords()
  const { count, lacking, isBusy, problem } = proposing
  const over = meters.filter(({ ofProposed }) => ofProposed.isOver).length
  return (
    <div className={classes.foot}>
      {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      <p role="status" className={classes.footWords}>
        {lacking > 0 && t('app.gradings.lacking', { count: number(lacking) })}{' '}
        {over > 0 && t('app.gradings.overButMay', { count: number(over) })}
      </p>
      <Button variant="default" onClick={proposing.clear}>
        {t('app.gradings.takeBack')}
      </Button>
      <Button loading={isBusy} disabled={lacking > 0} onClick={proposing.write}>
        {t('app.gradings.write', { count: number(count) })}
      </Button>
    </div>
  )
}
