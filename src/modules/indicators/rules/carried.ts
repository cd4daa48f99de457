// What becomes of an indicator's values when the units that have them end or give ground away.

import type { Indicator } from '../schema.ts'

/** Where one unit's ground goes: all to one, out by known shares, or where nobody knows. */
export type Carrying = 'whole' | 'parts' | 'unknown'
export type Carried = 'added' | 'shared' | 'recomputed' | 'notRestated' | 'stays'

/** @param carryings of the units that have values. */
export function judgeCarried(
  { acrossUnits, formula }: Pick<Indicator, 'acrossUnits' | 'formula'>,
  carryings: readonly Carrying[],
): Carried {
  if (formula !== null) return 'recomputed'
  if (acrossUnits === 'none') return 'stays'
  if (carryings.includes('unknown')) return 'notRestated'
  if (acrossUnits !== 'sum') return 'recomputed'
  return carryings.includes('parts') ? 'shared' : 'added'
}
