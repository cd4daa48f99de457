import { type Mark, StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Plan, Task } from '../../api/plans.ts'

const OF_PLAN: Record<Plan['state'], Mark> = { draft: 'draft', issued: 'approved', withdrawn: 'missing' }
const OF_TASK: Record<Task['state'], Mark> = { going: 'missing', done: 'approved', dropped: 'locked' }

/** Draft, issued or withdrawn, in a word. */
export function PlanMark({ state }: { state: Plan['state'] }) {
  const { t } = useWords()
  return <StateMark state={OF_PLAN[state]} word={t(`app.plans.state.${state}`)} />
}

/** Where a task stands; how late, where it is late. */
export function TaskMark({ task: { state, daysLate } }: { task: Pick<Task, 'state' | 'daysLate'> }) {
  const { t, number } = useWords()
  return daysLate > 0 ? (
    <StateMark state="late" word={t('app.plans.daysLate', { days: number(daysLate) })} />
  ) : (
    <StateMark state={OF_TASK[state]} word={t(`app.plans.task.${state}`)} />
  )
}
