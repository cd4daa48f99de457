import { addDays, type Day } from './day.ts'

/** How long a period is. `nine` is the nine-month report; `term` a span of whole years such as `2020-2025`. */
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'nine', 'year', 'term'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** A reporting period with its first and last day. Codes as DHIS2 writes them, plus H and nine-month `2021N9`. */
export type Period = { code: string; kind: PeriodKind; startsOn: Day; endsOn: Day }

const SHAPES: readonly [
  PeriodKind,
  RegExp,
  (n: number) => readonly [firstMonth: number, months: number] | null,
][] = [
  ['year', /^(\d{4})$/, () => [1, 12]],
  ['half', /^(\d{4})H(\d)$/, (n) => (n === 1 || n === 2 ? [n * 6 - 5, 6] : null)],
  ['quarter', /^(\d{4})Q(\d)$/, (n) => (n >= 1 && n <= 4 ? [n * 3 - 2, 3] : null)],
  ['nine', /^(\d{4})N(\d)$/, (n) => (n === 9 ? [1, 9] : null)],
  ['month', /^(\d{4})(\d{2})$/, (n) => (n >= 1 && n <= 12 ? [n, 1] : null)],
]

const monthStart = (year: number, month: number): Day =>
  `${String(year + Math.floor((month - 1) / 12)).padStart(4, '0')}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`

/** Reads a period code; `null` when it is not one (`2021Q5`, `2021-13`, a term that ends before it begins). */
export function parsePeriod(code: string): Period | null {
  const term = /^(\d{4})-(\d{4})$/.exec(code)
  if (term && term[1]! < term[2]! && term[1] !== '0000')
    return { code, kind: 'term', startsOn: `${term[1]}-01-01`, endsOn: `${term[2]}-12-31` }

  for (const [kind, shape, span] of SHAPES) {
    const match = shape.exec(code)
    if (!match || match[1] === '0000') continue
    const months = span(Number(match[2] ?? 0))
    if (!months) return null
    const year = Number(match[1])
    return {
      code,
      kind,
      startsOn: monthStart(year, months[0]),
      endsOn: addDays(monthStart(year, months[0] + months[1]), -1),
    }
  }
  return null
}

/** True when `inner` lies wholly inside `outer`; a period contains itself. */
export const contains = (outer: Period, inner: Period): boolean =>
  outer.startsOn <= inner.startsOn && inner.endsOn <= outer.endsOn

export const overlaps = (a: Period, b: Period): boolean => a.startsOn <= b.endsOn && b.startsOn <= a.endsOn
