import { type PeriodKind, parsePeriod } from '#kernel/period.ts'

/** The codes of all periods of a kind in a year, in order. */
export function periodsOfYear(kind: PeriodKind, year: string): string[] {
  switch (kind) {
    case 'year':
      return [year]
    case 'half':
      return [`${year}H1`, `${year}H2`]
    case 'nine':
      return [`${year}N9`]
    case 'quarter':
      return [1, 2, 3, 4].map((n) => `${year}Q${n}`)
    case 'month':
      return Array.from({ length: 12 }, (_, n) => `${year}${String(n + 1).padStart(2, '0')}`)
    case 'term':
      return []
  }
}

/** The periods of a kind inside a period or, when it is shorter than they are, the one that it lies in. */
export function periodsWithin(kind: PeriodKind, chosen: string): string[] {
  const period = parsePeriod(chosen)
  if (!period) return []
  if (period.kind === kind) return [chosen]
  const there = periodsOfYear(kind, period.endsOn.slice(0, 4)).map((code) => parsePeriod(code)!)
  const inside = there.filter(
    ({ startsOn, endsOn }) => startsOn >= period.startsOn && endsOn <= period.endsOn,
  )
  const around = there.filter(
    ({ startsOn, endsOn }) => startsOn <= period.startsOn && endsOn >= period.endsOn,
  )
  return (inside.length > 0 ? inside : around).map(({ code }) => code)
}

/** The period to open for a form when another kind of period was chosen: the last of those that fit. */
export const periodFor = (kind: PeriodKind, chosen: string): string =>
  periodsWithin(kind, chosen).at(-1) ?? chosen
