import type { Day } from '#kernel/day.ts'
import type { DutyState } from '#modules/directives/schema.ts'
import type { FindingState, RecheckResult, Severity } from '../schema.ts'

/** What is known of a finding: its latest duty, where that stands, and the re-checks. */
export type FindingFacts = {
  /** Null: no duty was made of it. `madeAt` and `at` are instants, ISO 8601. */
  duty: { state: DutyState; dueOn: Day | null; doneOn: Day | null; madeAt: string } | null
  lastRecheck: { result: RecheckResult; at: string } | null
}
export type FindingStanding = { state: FindingState; isOverdue: boolean; daysLate: number }

const DAY_MS = 86_400_000
const ENDS = new Set<RecheckResult>(['fixed', 'dropped'])
const DUTY_OPEN = new Set<FindingState>(['assigned', 'answered'])

/**
 * Where a finding stands on a day, by its duty and its re-checks.
 *
 * `daysLate` is max(0, (done, or `today`) − due); 0 without a duty or a day, and on the due day itself. Only a finding
 * whose duty is still open is overdue. A re-check that ends it (`fixed`, `dropped`) ends it whatever the duty says.
 */
export function judgeFinding(facts: FindingFacts, today: Day): FindingStanding {
  const state = stateOf(facts)
  const { duty } = facts
  const isEnded = state === 'fixed' || state === 'dropped'
  const until = duty?.doneOn ?? (isEnded ? null : today)
  const counts = duty !== null && duty.state !== 'withdrawn' && duty.dueOn !== null && until !== null
  const daysLate = counts
    ? Math.max(0, Math.round((Date.parse(until) - Date.parse(duty.dueOn!)) / DAY_MS))
    : 0
  return { state, daysLate, isOverdue: DUTY_OPEN.has(state) && daysLate > 0 }
}

function stateOf({ duty, lastRecheck }: FindingFacts): FindingState {
  if (lastRecheck && ENDS.has(lastRecheck.result)) return lastRecheck.result as 'fixed' | 'dropped'
  if (!duty || duty.state === 'withdrawn') return 'noted'
  if (duty.state === 'answered') return 'answered'
  if (duty.state !== 'accepted') return 'assigned'
  return lastRecheck && lastRecheck.at > duty.madeAt ? 'persists' : 'done'
}

/** A duty is made of what nobody is to mend yet, or what was found again after it had been reported mended. */
export const mayGetDuty = (state: FindingState): boolean => state === 'noted' || state === 'persists'

export const isEnded = (state: FindingState): boolean => state === 'fixed' || state === 'dropped'

/** Whether it keeps its inspection open: all that is not ended, but for a mere remark of which no duty was made. */
export const keepsOpen = ({ state, severity }: { state: FindingState; severity: Severity }): boolean =>
  !isEnded(state) && !(severity === 'remark' && state === 'noted')
