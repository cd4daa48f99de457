import { compareExact, type Exact, readExact } from '#kernel/exact.ts'
import type { Tier } from '../schema.ts'

export type ReadTier = {
  from: Exact | null
  to: Exact | null
  fromIncluded: boolean
  toIncluded: boolean
  points: Exact
}

export const readTier = ({ from, to, fromIncluded, toIncluded, points }: Tier): ReadTier => ({
  from: from == null ? null : readExact(from),
  to: to == null ? null : readExact(to),
  fromIncluded,
  toIncluded,
  points: readExact(points)!,
})

/** The tier that a value lies in; bounds are exact: 95 is in `from 95 included`, not in `to 95` excluded. */
export const tierOf = (tiers: readonly ReadTier[], value: Exact): ReadTier | undefined =>
  tiers.find((tier) => isAbove(tier, value) && isBelow(tier, value))

function isAbove({ from, fromIncluded }: ReadTier, value: Exact): boolean {
  if (from === null) return true
  const order = compareExact(value, from)
  return order > 0 || (order === 0 && fromIncluded)
}

function isBelow({ to, toIncluded }: ReadTier, value: Exact): boolean {
  if (to === null) return true
  const order = compareExact(value, to)
  return order < 0 || (order === 0 && toIncluded)
}

export type TierFault = 'empty' | 'overlap' | 'gap'

/** What is wrong with tiers taken together: one that holds nothing, two that share a value, a value between two. */
export function judgeTiers(tiers: readonly ReadTier[]): TierFault | null {
  if (tiers.some(isEmpty)) return 'empty'
  const ascending = tiers.toSorted(byFrom)
  for (const [n, tier] of ascending.entries()) {
    const next = ascending[n + 1]
    if (!next) continue
    if (tier.to === null || next.from === null) return 'overlap'
    const order = compareExact(next.from, tier.to)
    if (order < 0 || (order === 0 && tier.toIncluded && next.fromIncluded)) return 'overlap'
    if (order > 0 || !(tier.toIncluded || next.fromIncluded)) return 'gap'
  }
  return null
}

function isEmpty({ from, to, fromIncluded, toIncluded }: ReadTier): boolean {
  if (from === null || to === null) return false
  const order = compareExact(from, to)
  return order > 0 || (order === 0 && !(fromIncluded && toIncluded))
}

function byFrom(a: ReadTier, b: ReadTier): number {
  if (a.from === null || b.from === null) return a.from === b.from ? 0 : a.from === null ? -1 : 1
  return compareExact(a.from, b.from) || Number(b.fromIncluded) - Number(a.fromIncluded)
}
