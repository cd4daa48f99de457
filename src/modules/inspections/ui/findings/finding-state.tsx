import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Finding } from '../../api/visits.ts'

const MARKS = {
  noted: 'missing',
  assigned: 'draft',
  answered: 'submitted',
  done: 'look',
  persists: 'returned',
  fixed: 'approved',
  dropped: 'locked',
} as const

/** Where a finding stands; overdue ones say by how many days. */
export function FindingMark({ finding }: { finding: Pick<Finding, 'state' | 'isOverdue' | 'daysLate'> }) {
  const { t, number } = useWords()
  const { state, isOverdue, daysLate } = finding
  if (isOverdue) return <StateMark state="late" word={t('app.inspection.late', { days: number(daysLate) })} />
  return <StateMark state={MARKS[state]} word={t(`app.inspection.state.${state}`)} />
}
