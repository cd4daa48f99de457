import type { Day } from '#kernel/day.ts'
import { foldText } from '#kernel/text.ts'

export type WrongDay = 'beforeDirective' | 'future'

/**
 * Whether a directive can have been studied on a day: not before it was issued, and not on a day that has yet to come.
 * The day of issue and today are both allowed. Null: it can.
 */
export function judgeDay(heldOn: Day, issuedOn: Day, today: Day): WrongDay | null {
  if (heldOn > today) return 'future'
  return heldOn < issuedOn ? 'beforeDirective' : null
}

/**
 * What makes a session of one directive the same one: unit, day, and the part of the unit that met, however its name
 * is spelled. A unit that met twice on a day names the parts.
 */
export const sameSession = (unitId: number, heldOn: Day, cell: string): string =>
  `${unitId} ${heldOn} ${foldText(cell)}`

/** The month of a day as a period: `2021-07-15` is of `202107`. */
export const monthOf = (day: Day): string => day.slice(0, 4) + day.slice(5, 7)

/**
 * Share of those asked who came, in percent with one decimal, cut and not rounded up: 99.96 is 99.9. Null when nobody
 * was asked, which is not 0.
 */
export function reachedPercent(invited: number, attended: number): string | null {
  if (invited === 0) return null
  const tenths = Math.floor((attended * 1_000) / invited)
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`
}
