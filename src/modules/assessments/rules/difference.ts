// What was lost, and what changed: of scores that are exact decimals as text.

import { exactText, minus, plus, readExact, ZERO } from '#kernel/exact.ts'
import type { CriterionResult } from './assess.ts'

/** The maximum less the points; null where nothing was assessed. */
export const lostOf = ({ points, max }: { points: string | null; max: string }): string | null =>
  points === null ? null : exactText(minus(readExact(max)!, readExact(points)!))

/** Of what is known. */
export const sumOf = (points: readonly (string | null)[]): string =>
  exactText(points.map((one) => (one === null ? ZERO : readExact(one)!)).reduce(plus, ZERO))

/** Criteria that have other points, in the order of the later ones. */
export function changedCriteria(
  before: readonly CriterionResult[],
  after: readonly CriterionResult[],
): { code: string; before: string | null; after: string | null }[] {
  const was = new Map(before.map(({ code, points }) => [code, points]))
  return after
    .map(({ code, points }) => ({ code, before: was.get(code) ?? null, after: points }))
    .filter((one) => one.before !== one.after)
}
