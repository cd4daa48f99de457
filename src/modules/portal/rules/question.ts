// What an address asks for: year, borders, commune, page of a table. A wrong part gets a clear page, not a guess.

import type { BordersChoice } from '../paths.ts'

export type Question = { year?: number; borders?: BordersChoice; unit?: string; at?: number }
export type BadQuestion = { bad: 'year' | 'borders' | 'page'; given: string }

/**
 * Reads the query of a page. Unknown parts are left alone; an empty one counts as not given.
 *
 * @returns `bad` names the first part that cannot be read: a year is four digits, borders are `then` or `now`,
 * a page is a number from 1.
 */
export function readQuestion(query: Readonly<Record<string, string | undefined>>): Question | BadQuestion {
  const { year = '', borders = '', unit = '', page = '' } = query
  if (year && !/^[12]\d{3}$/.test(year)) return { bad: 'year', given: year }
  if (borders && borders !== 'then' && borders !== 'now') return { bad: 'borders', given: borders }
  if (page && !/^[1-9]\d{0,5}$/.test(page)) return { bad: 'page', given: page }
  return {
    ...(year && { year: Number(year) }),
    ...(borders && { borders: borders as BordersChoice }),
    ...(unit && { unit: unit.slice(0, 40) }),
    ...(page && { at: Number(page) }),
  }
}

/** At most `most` years around the chosen one, which is always among them, ascending. */
export function yearsToOffer(years: readonly number[], chosen: number, most = 7): number[] {
  const all = [...new Set([...years, chosen])].sort((a, b) => a - b)
  const from = Math.min(
    Math.max(0, all.indexOf(chosen) - Math.floor(most / 2)),
    Math.max(0, all.length - most),
  )
  return all.slice(from, from + most)
}

/** The slice of a long list that a page shows, and how many pages there are. */
export function paged<T>(
  rows: readonly T[],
  at: number,
  size = 100,
): { rows: T[]; at: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.min(Math.max(1, at), pages)
  return { rows: rows.slice((page - 1) * size, page * size), at: page, pages }
}
