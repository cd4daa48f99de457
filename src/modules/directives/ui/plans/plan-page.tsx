import { useParams } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { type Goal, getPlan, type Plan } from '../../api/plans.ts'
import { PlanActs } from './plan-acts.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { PlanMark } from './plan-mark.tsx'
import classes from './plans.module.css'
import { TargetLine } from './target-line.tsx'
import { TaskLine } from './task-line.tsx'

/** One plan: what it answers, its goals and tasks, how far each is, and what may be done with it. */
export function PlanPage() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: read, error, refetch } = useEtagRead(getPlan, { id })
  const plan = read?.data.id === id ? read.data : undefined
  return (
    <>
      <PageHead
        title={plan?.title ?? t('app.plans.one')}
        facts={
          plan && (
            <>
              <span>{plan.unit.name}</span>
              <span>{tellPeriod(t, plan.period)}</span>
              <PlanMark state={plan.state} />
            </>
          )
        }
      />
      <div className={classes.page}>
        {error && !plan && <ErrorNote problem={error} retry={refetch} />}
        {!plan && !error && <LoadingBars rows={8} />}
        {plan && (
          <>
            <PlanFacts plan={plan} />
            {plan.goals.length === 0 && <EmptyNote>{t('app.plans.noGoals')}</EmptyNote>}
            {plan.goals.map((goal, n) => (
              <GoalPart key={goal.id} plan={plan} goal={goal} ordinal={n + 1} />
            ))}
          </>
        )}
      </div>
      {plan && <PlanActs plan={plan} etag={read?.etag ?? undefined} />}
    </>
  )
}

function GoalPart({ plan, goal, ordinal }: { plan: Plan; goal: Goal; ordinal: number }) {
  return (
    <Section title={`${ordinal}. ${goal.text}`}>
      {goal.target && <TargetLine target={goal.target} />}
      <ul className={classes.tasks} aria-label={goal.text}>
        {goal.tasks.map((task) => (
          <TaskLine key={task.id} plan={plan} task={task} />
        ))}
      </ul>
    </Section>
  )
}
