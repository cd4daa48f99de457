import { Big, type Decimal, fixed, plain } from '#kernel/decimal.ts'
import type { TargetKind } from '../schema.ts'

/**
 * Actual ÷ target in percent, one decimal, half up, but never 100.0 from below: what is short of its target is not shown
 * as reached. Null (undefined, not 0) without both, and for a target of 0.
 */
export function attainmentPercent(actual: Decimal | null, target: Decimal | null): Decimal | null {
  const percent = exactPercent(actual, target)
  if (percent === null) return null
  const rounded = fixed(percent, 1)
  return percent.lt(100) && new Big(rounded).eq(100) ? '99.9' : rounded
}

/** Actual ÷ target in whole percent, cut and never rounded up, for where there is little room: 99.6 is 99. */
export function cutPercent(actual: Decimal | null, target: Decimal | null): number | null {
  const percent = exactPercent(actual, target)
  return percent === null ? null : Number(percent.round(0, Big.roundDown))
}

const exactPercent = (actual: Decimal | null, target: Decimal | null): Big | null =>
  actual === null || target === null || new Big(target).eq(0) ? null : new Big(actual).times(100).div(target)

/**
 * Whether a target is met; reaching it exactly meets it. Null without both.
 * `cumulative` compares what has come together since the period began; `point-in-time` the state on its last day; both
 * want at least the target. `lower-is-better` wants at most the target.
 */
export function isMet(actual: Decimal | null, target: Decimal | null, kind: TargetKind): boolean | null {
  if (actual === null || target === null) return null
  return kind === 'lower-is-better' ? new Big(actual).lte(target) : new Big(actual).gte(target)
}

export type Cascade =
  | { kind: 'adds-up' }
  | { kind: 'short'; remainder: Decimal }
  | { kind: 'over'; remainder: Decimal }
  | { kind: 'not-compared'; because: 'no-whole' | 'no-parts' | 'not-additive' }

/**
 * Checks the targets of the parts against the target of the whole.
 *
 * @param additive false when the indicator does not sum over units: a rate's parts never make its whole.
 * @returns `remainder` is what the parts still lack of the whole (`short`) or exceed it by (`over`), always above 0.
 */
export function checkCascade(whole: Decimal | null, parts: readonly Decimal[], additive: boolean): Cascade {
  if (!additive) return { kind: 'not-compared', because: 'not-additive' }
  if (whole === null) return { kind: 'not-compared', because: 'no-whole' }
  if (parts.length === 0) return { kind: 'not-compared', because: 'no-parts' }
  const sum = parts.reduce((total, part) => total.plus(part), new Big(0))
  const gap = new Big(whole).minus(sum)
  if (gap.eq(0)) return { kind: 'adds-up' }
  return gap.gt(0) ? { kind: 'short', remainder: plain(gap) } : { kind: 'over', remainder: plain(gap.abs()) }
}
