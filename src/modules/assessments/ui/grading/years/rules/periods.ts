import type { YearsRow } from '../../../../api/grade-years.ts'

/** All periods of the rows, from the earliest: a year stands after its own parts. */
export function periodsOf(rows: readonly Pick<YearsRow, 'grades'>[]): string[] {
  const all = new Set(rows.flatMap(({ grades }) => grades.map(({ period }) => period)))
  const place = (period: string) => (period.length === 4 ? `${period}~` : period)
  return [...all].sort((a, b) => (place(a) < place(b) ? -1 : 1))
}
