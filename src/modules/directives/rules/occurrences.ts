// The days on which a duty is due: one, or one after the other when it repeats.

import type { Day } from '#kernel/day.ts'
import type { Repeats } from '../schema.ts'

/** Monthly over a term of five years, the longest that a directive asks for. */
export const MOST_OCCURRENCES = 60

const MONTHS: Record<Repeats, number> = { month: 1, quarter: 3, half: 6, year: 12 }

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/**
 * Due days of a duty, the first one first. The same day of every month, quarter and so on; from the last day of a
 * month, always the last (31/01, 28/02, 31/03).
 *
 * @param repeats null: once, whatever `last` says
 * @param last the last day on which one may be due, included
 * @returns one more than `MOST_OCCURRENCES` at most: too many to be meant
 */
export function dueDays(first: Day, repeats: Repeats | null, last: Day): Day[] {
  if (repeats === null) return [first]
  const [year, month, day] = first.split('-').map(Number) as [number, number, number]
  const isMonthEnd = day === daysIn(year, month - 1)
  const dues: Day[] = []
  for (let n = 0; dues.length <= MOST_OCCURRENCES; n += 1) {
    const at = month - 1 + n * MONTHS[repeats]
    const longest = daysIn(year, at)
    const due = new Date(Date.UTC(year, at, isMonthEnd ? longest : Math.min(day, longest)))
    const on = due.toISOString().slice(0, 10)
    if (on > last) break
    dues.push(on)
  }
  return dues
}
