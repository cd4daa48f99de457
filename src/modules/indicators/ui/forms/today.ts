import type { Day } from '#kernel/day.ts'

/** The day it is in Vietnam. */
export const todayHere = (): Day => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

/** Days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
