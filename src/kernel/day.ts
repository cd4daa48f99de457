import * as z from 'zod'

/** A calendar date `YYYY-MM-DD`. `-infinity` and `infinity` are the open ends of a validity; text order is date order. */
export type Day = string

export const OPEN_START: Day = '-infinity'
export const OPEN_END: Day = 'infinity'

const DAY_MS = 86_400_000
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** True for a real date of the calendar: `2021-02-30` is not one. */
export function isDay(text: string): boolean {
  return SHAPE.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}

/** A date in an API input. */
export const DayInput = z.string().refine(isDay, { error: 'day' })

/** The day `days` after `day` (before, when negative). An open end stays open. */
export function addDays(day: Day, days: number): Day {
  if (day === OPEN_START || day === OPEN_END) return day
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The calendar date in Vietnam (UTC+7, no daylight saving) at an instant. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b)
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b)

/** An open end is `null` in JSON. */
export const dayOrNull = (day: Day): Day | null => (day === OPEN_START || day === OPEN_END ? null : day)
