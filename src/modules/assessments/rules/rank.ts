// Places in a comparison group: by the rounded index, then by the rule on ties that the scheme states.

import { compareExact, readExact } from '#kernel/exact.ts'
import type { Scheme } from '../schema.ts'
import type { ScoredOne } from './assess.ts'

type Ranked = Pick<ScoredOne, 'index' | 'pointsOf'>

/** In the order of `subjects`; null for whoever has no index. */
export function rankAll(subjects: readonly Ranked[], ties: Scheme['ties']): (number | null)[] {
  const criteria = typeof ties === 'string' ? [] : ties
  const order = (a: Ranked, b: Ranked): number =>
    compareExact(readExact(b.index!)!, readExact(a.index!)!) || byCriteria(a, b, criteria)
  const ranked = subjects
    .map((subject, n) => ({ subject, n }))
    .filter(({ subject }) => subject.index !== null)
    .sort((a, b) => order(a.subject, b.subject))
  const ranks = subjects.map((): number | null => null)
  for (const [place, { subject, n }] of ranked.entries()) {
    const before = ranked[place - 1]
    if (before && order(before.subject, subject) === 0) ranks[n] = ranks[before.n]!
    else ranks[n] = ties === 'dense' ? (before ? ranks[before.n]! : 0) + 1 : place + 1
  }
  return ranks
}

function byCriteria(a: Ranked, b: Ranked, criteria: readonly string[]): number {
  for (const code of criteria) {
    const order = compareExact(b.pointsOf(code), a.pointsOf(code))
    if (order !== 0) return order
  }
  return 0
}
