// How an occurrence is shown in a list. Pure.

import type { Mark } from '#web/kit/state-mark.tsx'
import type { OccurrenceLine } from '../../../api/duties.ts'
import { isOpen } from '../../../rules/duty-state.ts'

export type DutyMark = { mark: Mark; word: 'late' | OccurrenceLine['state'] }

const MARKS: Record<OccurrenceLine['state'], Mark> = {
  open: 'missing',
  answered: 'submitted',
  returned: 'returned',
  accepted: 'approved',
  passed: 'locked',
  withdrawn: 'locked',
}

/** What was returned says so even when it is late, for there is a reason to read; what is merely open and late is late. */
export const markOfDuty = ({ state, daysLate }: Pick<OccurrenceLine, 'state' | 'daysLate'>): DutyMark =>
  state === 'open' && daysLate > 0 ? { mark: 'late', word: 'late' } : { mark: MARKS[state], word: state }

/** Late and still asked: told beside the state. */
export const isLateNow = ({ state, daysLate }: Pick<OccurrenceLine, 'state' | 'daysLate'>): boolean =>
  isOpen(state) && daysLate > 0
