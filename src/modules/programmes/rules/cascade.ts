// The parts of a target against its whole, and ways to give a whole out. Exact: what is given out in full adds up.

import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import { checkCascade } from './attainment.ts'

export type CascadeJudgement = {
  /** Of the parts that are set; null when none is. */
  sum: Decimal | null
  set: number
  units: number
  /** Whole − sum: above 0 still to be given out, below 0 given out too much; null where they cannot be compared. */
  remainder: Decimal | null
  state: 'adds-up' | 'short' | 'over' | 'not-compared'
  because: 'no-whole' | 'no-parts' | 'not-additive' | null
}

/**
 * Weighs the targets of the parts against the target of the whole.
 *
 * @param parts one for each unit; null where none is set: missing, not zero.
 * @param additive false when the indicator does not sum over units.
 */
export function judgeCascade(
  whole: Decimal | null,
  parts: readonly (Decimal | null)[],
  additive: boolean,
): CascadeJudgement {
  const there = parts.filter((part) => part !== null)
  const sum = there.reduce((total, part) => total.plus(part), new Big(0))
  const check = checkCascade(whole, there, additive)
  const isCompared = check.kind !== 'not-compared'
  return {
    sum: additive && there.length > 0 ? plain(sum) : null,
    set: there.length,
    units: parts.length,
    remainder: isCompared ? plain(new Big(whole!).minus(sum)) : null,
    state: check.kind,
    because: isCompared ? null : check.because,
  }
}

/**
 * Gives `whole` out by `weights`, each part rounded to `places` decimals, so that the parts come to exactly `whole`:
 * every part is first cut down, then the units left over go, one step each, to the parts that lost the most by
 * that (of equals, to the first). What `whole` has beyond `places` goes to the part with the greatest weight.
 *
 * @param weights not negative; a null one gets nothing (null). All zero: given out evenly.
 * @returns null when nobody is there to give to, or `whole` is negative.
 */
export function giveOut(
  whole: Decimal,
  weights: readonly (Decimal | null)[],
  places: number,
): (Decimal | null)[] | null {
  const total = new Big(whole)
  const there = weights.flatMap((weight, at) => (weight === null ? [] : [{ at, weight: new Big(weight) }]))
  if (there.length === 0 || total.lt(0)) return null
  const isEven = there.every(({ weight }) => weight.eq(0))
  const sum = there.reduce((all, { weight }) => all.plus(isEven ? 1 : weight), new Big(0))
  const step = new Big(10).pow(-places)
  const parts = there.map(({ at, weight }) => {
    // Division and remainder stay exact: a rounded quotient could be one step too high.
    const due = total.times(isEven ? 1 : weight)
    const lost = due.mod(sum.times(step))
    return { at, weight, lost, cut: due.minus(lost).div(sum) }
  })

  const left = parts.reduce((rest, { cut }) => rest.minus(cut), total)
  const steps = left.div(step).round(0, Big.roundDown).toNumber()
  const byLoss = parts.toSorted((a, b) => b.lost.cmp(a.lost) || a.at - b.at)
  const raised = new Set(byLoss.slice(0, steps).map(({ at }) => at))
  const crumb = left.minus(step.times(steps))
  const heaviest = parts.toSorted((a, b) => b.weight.cmp(a.weight) || a.at - b.at)[0]!.at

  const result: (Decimal | null)[] = weights.map(() => null)
  for (const { at, cut } of parts)
    result[at] = plain(cut.plus(raised.has(at) ? step : 0).plus(at === heaviest ? crumb : 0))
  return result
}

/** Whether two planned values are the same number; missing is the same as missing alone. */
export const sameValue = (a: Decimal | null, b: Decimal | null): boolean =>
  a === null || b === null ? a === b : new Big(a).eq(b)
