import { type Day, isDay } from './day.ts'
import type { Tongue } from './number-text.ts'

const SHAPE = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/
const ISO = /^\s*(\d{4}-\d{2}-\d{2})\s*$/

/**
 * A day as people write it: day, month, year in both languages (`18/12/2021`, `5-3-2022`), or as ISO 8601. Null when it
 * is none (`31/02/2021`, two digits for a year).
 */
export function readDay(text: string): Day | null {
  const [, date = '', month = '', year = ''] = SHAPE.exec(text) ?? []
  const day = ISO.exec(text)?.[1] ?? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** How a day is typed: `18/12/2021`. */
export const typedDay = (day: Day): string => day.split('-').reverse().join('/')

/** What a field for a day asks for. */
export const DAY_SHAPE: Record<Tongue, string> = { vi: 'ngày/tháng/năm', en: 'day/month/year' }
