import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { PlanLine } from '../../api/plans.ts'
import { PlanLink } from './plan-link.tsx'
import { PlanMark } from './plan-mark.tsx'
import classes from './plans.module.css'
import { ProgressBar } from './progress-bar.tsx'

/** One plan: whose, for when, what it answers, how far it is. */
export function PlanRow({ plan }: { plan: PlanLine }) {
  const { t, number } = useWords()
  const { unit, period, directive, answers, tasks, state } = plan
  const numbers = answers.map((one) => one.number).join(', ')
  return (
    <li>
      <div className={classes.words}>
        <PlanLink id={plan.id}>{plan.title}</PlanLink>
        <small>
          {unit.name} · {tellPeriod(t, period)}
          {directive && ` · ${directive.number}`}
        </small>
        {numbers !== '' && <small>{t('app.plans.answersNumbers', { numbers })}</small>}
      </div>
      <div className={classes.state}>
        <PlanMark state={state} />
        {state === 'issued' && <ProgressBar percent={tasks.percent} label={t('app.plans.progress')} />}
        <small>{t('app.plans.doneOf', { done: number(tasks.done), all: number(tasks.all) })}</small>
        {tasks.late > 0 && (
          <StateMark state="late" word={t('app.plans.lateTasks', { late: number(tasks.late) })} />
        )}
      </div>
    </li>
  )
}
