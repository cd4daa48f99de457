// What may become of an occurrence, and how late it is.

import type { Day } from '#kernel/day.ts'
import type { DutyState } from '../schema.ts'

export const DUTY_ACTS = [
  'receive',
  'answer',
  'accept',
  'return',
  'extend',
  'state-days',
  'withdraw',
  'pass',
] as const
export type DutyAct = (typeof DUTY_ACTS)[number]

/** Acts by the state in which they may be done. A second answer before the first is decided takes its place. */
const ACTS: Record<DutyState, readonly DutyAct[]> = {
  open: ['receive', 'answer', 'extend', 'state-days', 'withdraw', 'pass'],
  answered: ['receive', 'answer', 'accept', 'return', 'extend', 'state-days', 'withdraw', 'pass'],
  returned: ['receive', 'answer', 'extend', 'state-days', 'withdraw', 'pass'],
  accepted: ['state-days'],
  passed: ['state-days'],
  withdrawn: [],
}

export const mayFollow = (state: DutyState, act: DutyAct): boolean => ACTS[state].includes(act)

/** States in which something is still asked of the unit or of the office. */
export const OPEN_STATES = ['open', 'answered', 'returned'] as const satisfies readonly DutyState[]
export const isOpen = (state: DutyState): boolean => (OPEN_STATES as readonly DutyState[]).includes(state)

type Timed = { state: DutyState; dueOn: Day | null; doneOn: Day | null }

/**
 * Whole days past the due day: until it was done, or until `on` while it is not. Never below 0; 0 without a due day, and
 * for what is no longer asked of the unit (passed on, withdrawn) unless it was done.
 */
export function daysLate({ state, dueOn, doneOn }: Timed, on: Day): number {
  if (dueOn === null || (doneOn === null && !isOpen(state))) return 0
  const until = doneOn !== null && doneOn <= on ? doneOn : on
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(dueOn)) / 86_400_000))
}
