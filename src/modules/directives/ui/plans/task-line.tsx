import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { Plan, Task } from '../../api/plans.ts'
import { HistoryDialog } from './history-dialog.tsx'
import { TaskMark } from './plan-mark.tsx'
import classes from './plans.module.css'
import { ProgressBar } from './progress-bar.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { TargetLine } from './target-line.tsx'

/** One task: what, who, by when, how far, and what was reported on it. */
export function TaskLine({ plan, task }: { plan: Plan; task: Task }) {
  const { t } = useWords()
  const [open, setOpen] = useState<'history' | 'report' | null>(null)
  const close = () => setOpen(null)
  const isIssued = plan.state === 'issued'
  return (
    <li>
      <div className={classes.words}>
        <b>{task.text}</b>
        <TaskFacts task={task} />
        {task.target && <TargetLine target={task.target} />}
        {task.note !== '' && <p className={classes.quote}>{task.note}</p>}
      </div>
      <div className={classes.state}>
        {isIssued && <TaskMark task={task} />}
        {isIssued && (
          <ProgressBar percent={task.percent} label={t('app.plans.progressOf', { task: task.text })} />
        )}
        {(task.reportedOn !== null || task.isCopy) && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('app.plans.historyOf', { task: task.text })}
            onClick={() => setOpen('history')}
          >
            {t('app.plans.history')}
          </Button>
        )}
        {plan.may.includes('report') && (
          <Button
            variant="default"
            aria-label={t('app.plans.reportOf', { task: task.text })}
            onClick={() => setOpen('report')}
          >
            {t('app.plans.report')}
          </Button>
        )}
      </div>
      {open === 'history' && <HistoryDialog plan={plan.id} task={task} onClose={close} />}
      {open === 'report' && <ReportDialog plan={plan.id} task={task} onClose={close} />}
    </li>
  )
}

function TaskFacts({ task: { responsible, startsOn, dueOn, resources } }: { task: Task }) {
  const { t, day } = useWords()
  const facts = [
    responsible,
    startsOn && t('app.plans.from', { day: day(startsOn) }),
    dueOn && t('app.plans.due', { day: day(dueOn) }),
    resources && t('app.plans.with', { resources }),
  ].filter(Boolean)
  return facts.length > 0 && <small>{facts.join(' · ')}</small>
}
