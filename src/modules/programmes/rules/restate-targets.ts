// Targets were set for the units of then; in other borders they follow the ground, as values do.

import { Big, type Decimal, plain } from '#kernel/decimal.ts'

/** One old unit's part in a new one: its target and value (null: none) and the share of it that came, 0 to 1. */
export type TargetShare = { target: Decimal | null; value: Decimal | null; share: Decimal }

/**
 * The target of a unit that took over others: the sum of their targets by share.
 *
 * A unit without a target that also did nothing (no value, or zero) was asked for nothing and counts as zero; one that
 * did something without a target makes the whole unknown (null), because the comparison would be false.
 */
export function restateTarget(shares: readonly TargetShare[]): Decimal | null {
  const planned = shares.filter(({ target }) => target !== null)
  if (planned.length === 0) return null
  const unplanned = shares.some(({ target, value }) => target === null && Number(value ?? 0) !== 0)
  if (unplanned) return null
  return plain(
    planned.reduce((sum, { target, share }) => sum.plus(new Big(target!).times(share)), new Big(0)),
  )
}
