import { type Mark, StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { AppealLine } from '../../api/appeals.ts'

const MARKS = {
  filed: 'missing',
  assigned: 'submitted',
  upheld: 'approved',
  rejected: 'locked',
  withdrawn: 'draft',
} as const satisfies Record<AppealLine['state'], Mark>

/** Where an appeal stands; while it waits, how its clock stands. */
export function AppealMark({ appeal: { state, clock } }: { appeal: AppealLine }) {
  const { t, day } = useWords()
  const isOpen = state === 'filed' || state === 'assigned'
  const left = clock.isLate
    ? t('app.appeals.late', { count: clock.daysLate })
    : t('app.appeals.left', { count: clock.daysLeft, day: day(clock.dueOn) })
  return (
    <>
      <StateMark state={MARKS[state]} word={t(`app.appeals.state.${state}`)} />
      {isOpen && <StateMark state={clock.isLate ? 'late' : 'queued'} word={left} />}
      {!isOpen && clock.isLate && state !== 'withdrawn' && (
        <small>{t('app.appeals.wasLate', { count: clock.daysLate })}</small>
      )}
    </>
  )
}
