import { Big, type Decimal } from '#kernel/decimal.ts'
import type { TargetKind } from '../schema.ts'

/** What a unit is ranked by: null is missing, and has no rank. */
export type Ranked = { value: Decimal | null; target: Decimal | null }

/**
 * Places among these units, the best first: by attainment as soon as one of them has a target, else by value. Equal
 * ones share a place and the next is left out (1, 2, 2, 4). Who has nothing to be compared by has no place.
 *
 * @param kind of the targets; where lower is better, the least attainment or value comes first.
 */
export function rankUnits(units: readonly Ranked[], kind: TargetKind | null): (number | null)[] {
  const isTargeted = units.some(({ target }) => target !== null)
  const sizes = units.map((unit) => sizeOf(unit, isTargeted))
  const sign = kind === 'lower-is-better' ? -1 : 1
  const isBetter = (a: Big, b: Big) => sign * a.cmp(b) > 0
  const present = sizes.filter((size) => size !== null).sort((a, b) => sign * b.cmp(a))
  return sizes.map((size) =>
    size === null ? null : present.findIndex((other) => !isBetter(other, size)) + 1,
  )
}

function sizeOf({ value, target }: Ranked, isTargeted: boolean): Big | null {
  if (value === null) return null
  if (!isTargeted) return new Big(value)
  return target === null || new Big(target).eq(0) ? null : new Big(value).div(target)
}
