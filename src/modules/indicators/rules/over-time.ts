// First step of a roll-up: over time, per reporting unit (`design.md` §3.6).

import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import { contains, overlaps, type Period } from '#kernel/period.ts'
import type { AcrossTime, AcrossUnits } from '../schema.ts'

/** One unit's own value for one stored period. `quality` is its place in QUALITIES. */
export type Leaf = { unit: number; period: Period; value: Decimal; quality: number }

/** A unit's contribution to a window: its value, the day whose tree it stands in, and the leaves it is made of. */
export type Timed = { unit: number; onDay: string; value: Decimal; quality: number; leaves: readonly Leaf[] }

/** What the rule must know of a unit's later life. */
export type Lives = { endsOn(unit: number): string; successors(unit: number): readonly number[] }

/**
 * Which of a unit's stored periods count towards a window: those inside it, each stretch of time once. The longest
 * report wins: a year's report stands before its quarters, and quarters fill what no longer report covers.
 */
export function countedPeriods(stored: readonly Period[], window: Period): Period[] {
  const longestFirst = stored
    .filter((p) => contains(window, p))
    .sort((a, b) => days(b) - days(a) || (a.startsOn < b.startsOn ? -1 : 1))
  const counted: Period[] = []
  for (const period of longestFirst) if (!counted.some((c) => overlaps(c, period))) counted.push(period)
  return counted.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

const days = (p: Period): number => Date.parse(p.endsOn) - Date.parse(p.startsOn)

/**
 * What each unit contributes to a window: all its counted values (`sum`), the last one (`last`), their mean (`mean`),
 * or only what it reported for exactly this window (`none`). What is summed over time and over units stays one
 * contribution a period, because a unit may have moved in the tree between two of them.
 *
 * For stocks and means, a unit that ended inside the window gives way to its successors as soon as one of them has
 * reported: its ground would be counted twice otherwise.
 */
export function overTime(
  leaves: readonly Leaf[],
  window: Period,
  { acrossTime, acrossUnits }: { acrossTime: AcrossTime; acrossUnits: AcrossUnits },
  lives: Lives,
): Timed[] {
  const byUnit = Map.groupBy(leaves, (leaf) => leaf.unit)
  const counted = new Map<number, Leaf[]>()
  for (const [unit, own] of byUnit) {
    const used = countedLeaves(own, window, acrossTime)
    if (used.length > 0) counted.set(unit, used)
  }
  const timed: Timed[] = []
  for (const [unit, used] of counted) {
    if (acrossTime === 'sum' && acrossUnits === 'sum')
      timed.push(...used.map((leaf) => contribution(unit, [leaf])))
    else if (acrossTime === 'sum') timed.push(contribution(unit, used))
    else if (isSuperseded(unit, counted, window, lives)) continue
    else if (acrossTime === 'mean') timed.push(contribution(unit, used, used.length))
    else timed.push(contribution(unit, used.slice(-1)))
  }
  return timed
}

function countedLeaves(own: readonly Leaf[], window: Period, acrossTime: AcrossTime): Leaf[] {
  const exact = own.filter((leaf) => leaf.period.code === window.code)
  if (acrossTime === 'none' || exact.length > 0) return exact
  const byCode = new Map(own.map((leaf) => [leaf.period.code, leaf]))
  return countedPeriods(
    own.map((leaf) => leaf.period),
    window,
  ).map((period) => byCode.get(period.code)!)
}

/** The leaves' sum, divided by `divisor` when it is a mean. */
function contribution(unit: number, leaves: readonly Leaf[], divisor = 1): Timed {
  const sum = leaves.reduce((total, leaf) => total.plus(leaf.value), new Big(0))
  const quality = Math.min(...leaves.map((leaf) => leaf.quality))
  const value = plain(divisor > 1 ? sum.div(divisor).round(10) : sum)
  return { unit, onDay: leaves.at(-1)!.period.endsOn, value, quality, leaves }
}

/** True when a later unit on this unit's ground has counted values of a later period. */
function isSuperseded(
  unit: number,
  counted: ReadonlyMap<number, readonly Leaf[]>,
  window: Period,
  lives: Lives,
) {
  if (lives.endsOn(unit) >= window.endsOn) return false
  const last = counted.get(unit)!.at(-1)!.period.endsOn
  const seen = new Set<number>()
  const ahead = [...lives.successors(unit)]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (seen.has(next) || next === unit) continue
    seen.add(next)
    const later = counted.get(next)?.at(-1)
    if (later && later.period.endsOn > last) return true
    ahead.push(...lives.successors(next))
  }
  return false
}
