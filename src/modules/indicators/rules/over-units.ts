// Second step of a roll-up: over units. Contributions are put on the ground (where they stood, or where their ground
// lies in the borders of another day) and gathered at every unit that was asked for.

import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import type { AcrossUnits } from '../schema.ts'
import type { Timed } from './over-time.ts'

/** Stands for every root together. No unit has this id. */
export const ALL = 0

/**
 * Where a unit's value comes to lie. `shares` add up to 1; `moved` says that the unit itself is not there.
 * `unknown`: the ground went to `successors` in unknown shares; `at` is the lowest unit that holds them all (ALL: none).
 */
export type Footing =
  | { kind: 'known'; shares: readonly { unit: number; share: Decimal }[]; moved: boolean }
  | { kind: 'unknown'; successors: readonly number[]; at: number }

/** How the ground is read: in the tree of each contribution's day (as reported), or of one day (restated). */
export type Ground = {
  /** Of the ground that was the unit on a day. */
  footing(unit: number, onDay: string): Footing
  /** The unit and everything above it, up to ALL, in the tree that holds on `onDay`. */
  holders(unit: number, onDay: string): readonly number[]
}

export type Gathered = {
  value: Decimal | null
  reported: number
  expected: number
  restated: boolean
  /** `value` is null where a formula has none for it. */
  notRestated: { units: number; value: Decimal | null } | null
  estimates: number
  preliminary: number
}

type Gathering = {
  total: Big
  weight: Big
  /** Contributions that stand at the unit itself, whole: all that `none` may show, when one unit made them. */
  own: Timed[]
  any: boolean
  worst: Map<number, number>
  expected: Set<number>
  restated: boolean
  lost: Map<number, Big>
}

const ONE: Decimal = '1'

/**
 * Gathers contributions at the `asked` units.
 *
 * @param expected units that were to report; reporting units are added, so that `reported` never exceeds `expected`.
 * @param weightOf a unit's weight for `weighted`; null when it has none, and its value is then left out.
 * @returns one entry per asked unit. `sum`, `mean` and `weighted` take whatever lies in the unit's subtree, its own value
 *   included; `none` only a single value reported by the unit itself. No contribution gives null, never 0.
 */
export function overUnits(
  timed: readonly Timed[],
  acrossUnits: AcrossUnits,
  asked: readonly number[],
  ground: Ground,
  expected: readonly { unit: number; onDay: string }[],
  weightOf: (unit: number) => Decimal | null = () => null,
): Map<number, Gathered> {
  const gatherings = new Map(asked.map((unit) => [unit, emptyGathering()]))
  const at = (unit: number, onDay: string) =>
    ground.holders(unit, onDay).flatMap((holder) => gatherings.get(holder) ?? [])

  for (const { unit, onDay } of expected)
    for (const place of places(ground.footing(unit, onDay)))
      for (const g of at(place, onDay)) g.expected.add(unit)

  for (const contribution of timed) {
    const weight = acrossUnits === 'weighted' ? weightOf(contribution.unit) : ONE
    const footing = ground.footing(contribution.unit, contribution.onDay)
    if (footing.kind === 'known')
      for (const { unit, share } of footing.shares)
        for (const g of at(unit, contribution.onDay)) {
          add(g, contribution, weight, share)
          g.restated ||= footing.moved
          if (share === ONE && gatherings.get(unit) === g) g.own.push(contribution)
        }
    else {
      for (const g of at(footing.at, contribution.onDay)) add(g, contribution, weight, ONE)
      // Where nobody wrote down who came after, the unit that must hold the ground says so itself.
      const touched = [...footing.successors, footing.at]
      for (const g of new Set(touched.flatMap((unit) => at(unit, contribution.onDay)))) {
        g.restated = true
        g.expected.add(contribution.unit)
        g.lost.set(contribution.unit, (g.lost.get(contribution.unit) ?? new Big(0)).plus(contribution.value))
      }
    }
  }
  return new Map([...gatherings].map(([unit, g]) => [unit, settle(g, acrossUnits)]))
}

const places = (footing: Footing): readonly number[] =>
  footing.kind === 'known' ? footing.shares.map((s) => s.unit) : [footing.at]

const emptyGathering = (): Gathering => ({
  total: new Big(0),
  weight: new Big(0),
  own: [],
  any: false,
  worst: new Map(),
  expected: new Set(),
  restated: false,
  lost: new Map(),
})

function add(g: Gathering, { unit, value, quality }: Timed, weight: Decimal | null, share: Decimal): void {
  g.expected.add(unit)
  g.worst.set(unit, Math.min(g.worst.get(unit) ?? quality, quality))
  if (weight === null) return
  const portion = share === ONE && weight === ONE ? new Big(1) : new Big(weight).times(share)
  g.total = g.total.plus(portion.eq(1) ? value : portion.times(value))
  g.weight = g.weight.plus(portion)
  g.any = true
}

function settle(g: Gathering, acrossUnits: AcrossUnits): Gathered {
  const worst = [...g.worst.values()]
  const lost = [...g.lost.values()].reduce((a, b) => a.plus(b), new Big(0))
  return {
    value: settledValue(g, acrossUnits),
    reported: g.worst.size,
    expected: g.expected.size,
    restated: g.restated,
    notRestated: g.lost.size > 0 ? { units: g.lost.size, value: plain(lost) } : null,
    estimates: worst.filter((q) => q === 0).length,
    preliminary: worst.filter((q) => q === 1).length,
  }
}

function settledValue(g: Gathering, acrossUnits: AcrossUnits): Decimal | null {
  if (acrossUnits === 'none') return new Set(g.own.map((c) => c.unit)).size === 1 ? g.own[0]!.value : null
  if (!g.any) return null
  if (acrossUnits === 'sum') return plain(g.total)
  return g.weight.eq(0) ? null : plain(g.total.div(g.weight).round(10))
}
