// Where a unit stands against the period before, against the mean, and where it lost its points. Pure.

import {
  compareExact,
  dividedBy,
  exactText,
  HUNDRED,
  isZero,
  minus,
  plus,
  readExact,
  roundExact,
  times,
  ZERO,
} from '#kernel/exact.ts'
import { parsePeriod } from '#kernel/period.ts'
import { periodBefore } from '#kernel/period-before.ts'
import type { ResultArea, ResultRow, Why, WhyCriterion } from '../../../api/results.ts'

type Standing = Pick<ResultRow, 'rank' | 'indexPercent' | 'before'>

/** Places gained since the period before, negative when lost; null: one of the two has no rank. */
export const placesGained = ({ rank, before }: Pick<Standing, 'rank' | 'before'>): number | null =>
  rank === null || before?.rank == null ? null : before.rank - rank

/** Later less earlier, as text with two places; null: one of the two is missing. */
export function difference(earlier: string | null | undefined, later: string | null): string | null {
  if (earlier == null || later === null) return null
  return roundExact(minus(readExact(later)!, readExact(earlier)!), 2)
}

/** Points as percent of what they could be, two places; null: not assessed, or out of the maximum. */
export function percentOf({ points, max }: Pick<ResultArea, 'points' | 'max'>): string | null {
  const most = readExact(max)!
  if (points === null || isZero(most)) return null
  return roundExact(times(dividedBy(readExact(points)!, most), HUNDRED), 2)
}

/** Criteria that cost the most points, the dearest first, ties in the order of the scheme; those without a loss not. */
export function dearest(areas: Why['areas'], count: number): WhyCriterion[] {
  return areas
    .flatMap(({ criteria }) => criteria)
    .filter(({ lost }) => lost !== null && !isZero(readExact(lost)!))
    .sort((a, b) => compareExact(readExact(b.lost!)!, readExact(a.lost!)!))
    .slice(0, count)
}

/** Nobody assessed it; other than what is out of the maximum. */
export const isOpen = ({ points, max }: Pick<WhyCriterion, 'points' | 'max'>): boolean =>
  points === null && !isZero(readExact(max)!)
export const isOut = ({ points, max }: Pick<WhyCriterion, 'points' | 'max'>): boolean =>
  points === null && isZero(readExact(max)!)

/** What the criteria that were assessed can give together: of a unit that is not whole, points stand against this. */
export const knownMax = (areas: Why['areas']): string =>
  exactText(
    areas
      .flatMap(({ criteria }) => criteria)
      .filter(({ points }) => points !== null)
      .map(({ max }) => readExact(max)!)
      .reduce(plus, ZERO),
  )

/** The code of the period before; the period's own where there is none. */
export const codeBefore = (period: string): string => {
  const known = parsePeriod(period)
  return (known && periodBefore(known)) ?? period
}
