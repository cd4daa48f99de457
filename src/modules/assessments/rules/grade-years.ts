// Grades over the years, across units and sets of rules.

import type { Grade } from './grade-rules.ts'

export type OfPeriod = { period: string; grade: Grade }
export type InRow = { grade: Grade; years: number; since: string }

/**
 * The level of the newest year and how many years, one after the other, it was reached. A year counts with a level when
 * every grading of that whole year says the same; one with none, with two minds, or with an exemption ends the row.
 * Parts of years do not count. Null: the newest year has no level of its own.
 */
export function yearsInRow(grades: readonly OfPeriod[]): InRow | null {
  const years = Map.groupBy(
    grades.filter(({ period }) => /^\d{4}$/.test(period)),
    ({ period }) => Number(period),
  )
  const levelOf = (year: number): Grade | null => {
    const said = new Set((years.get(year) ?? []).map(({ grade }) => grade))
    const [only] = said
    return said.size === 1 && only !== undefined && only !== 'exempt' ? only : null
  }
  const newest = Math.max(...years.keys())
  const grade = years.size === 0 ? null : levelOf(newest)
  if (grade === null) return null
  const row = { count: 1 }
  while (levelOf(newest - row.count) === grade) row.count += 1
  return { grade, years: row.count, since: String(newest - row.count + 1).padStart(4, '0') }
}
