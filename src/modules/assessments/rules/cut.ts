// A cut is never without a reason of the catalogue; a count of the system is never changed without one.

import { compareExact, type Exact, minus, ZERO } from '#kernel/exact.ts'
import type { Scored } from './scored.ts'

/** What a claim costs of the criterion's maximum; null: not assessed. Out of the maximum costs nothing. */
function lossOf(scored: Scored, max: Exact): Exact | null {
  if (scored.kind === 'not-assessed') return null
  return scored.kind === 'left-out' ? ZERO : minus(max, scored.points)
}

/**
 * Whether a score stands below the unit's own: fewer points, or points lost where the unit's claim was out of the
 * maximum. Against nothing claimed nothing is cut.
 */
export function isCut(own: Scored | null, next: Scored, max: Exact): boolean {
  const [before, after] = [own && lossOf(own, max), lossOf(next, max)]
  return before !== null && after !== null && compareExact(after, before) > 0
}

export const isSameScore = (a: Scored, b: Scored): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'scored' || (b.kind === 'scored' && compareExact(a.points, b.points) === 0))

export type Weighed = {
  max: Exact
  /** The unit's own score. */
  own: Scored | null
  /** What counted until now, with the reason that it has. */
  before: { scored: Scored; reason: string } | null
  /** What the system counted. */
  fed: Scored | null
  next: Scored
  reason: string
  note: string
}
/** `reason` and `note` are what is missing for it to be said. */
export type Weight = { isCut: boolean; reason: string; missing: 'reason' | 'note' | null }

/** The reason that a score is said with: given, or kept from the stage before where that gave the same points. */
export function weigh({ max, own, before, fed, next, reason: given, note }: Weighed): Weight {
  const cut = isCut(own, next, max)
  const kept = before && isSameScore(before.scored, next) ? before.reason : ''
  const reason = given || (cut ? kept : '')
  if (cut && reason === '') return { isCut: true, reason, missing: 'reason' }
  const isCorrected = fed !== null && !isSameScore(fed, next) && !(before && isSameScore(before.scored, next))
  return { isCut: cut, reason, missing: isCorrected && reason === '' && note === '' ? 'note' : null }
}
