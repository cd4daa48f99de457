import type { Mark } from '#web/kit/state-mark.tsx'
import type { BoardCell } from '../../api/board.ts'

/** How a cell is shown: its mark, and what is said beside the state. */
export type CellMark = {
  mark: Mark
  /** Key of what stands in the place of the state's own word; null: the state's word. */
  word: 'late' | null
  /** Key of the small line below; null: nothing. */
  note: 'sent' | 'sentLate' | 'due' | 'late' | 'broughtIn' | null
}

/**
 * A report that never came shows how late it is, and when it is due before that. One that came shows the day, and by how
 * many days it was late; one that the office brought in as a file has no day of its own.
 */
export function markOf({ state, dueOn, submittedOn, daysLate }: BoardCell): CellMark {
  if (submittedOn !== null)
    return { mark: state ?? 'missing', word: null, note: daysLate > 0 ? 'sentLate' : 'sent' }
  if (state === 'submitted' || state === 'approved' || state === 'locked')
    return { mark: state, word: null, note: 'broughtIn' }
  if (daysLate > 0 && state === null) return { mark: 'late', word: 'late', note: null }
  const note = daysLate > 0 ? 'late' : dueOn === null ? null : 'due'
  return { mark: state ?? 'missing', word: null, note }
}
