// The ground that a reading stands on: as reported, in the tree of each contribution's own day; or restated, in the
// tree of one day, to which units that are not there are carried by succession.

import type { Day } from '#kernel/day.ts'
import { land, loadTrees, placeDay, type Succession, type Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Lives } from './rules/over-time.ts'
import { ALL, type Footing, type Ground } from './rules/over-units.ts'

/** As reported. `days` are those on which contributions stand; a unit that ended sooner is found on its last day. */
export async function groundOfThen(db: Db, succession: Succession, days: readonly Day[]): Promise<Ground> {
  const latest = days.reduce((a, b) => (a > b ? a : b))
  const lastDays = succession
    .units()
    .map((unit) => succession.endsOn(unit))
    .filter((end) => end < latest)
  const trees = await loadTrees(db, [...days, ...lastDays])
  return {
    footing: (unit) => ({ kind: 'known', shares: [{ unit, share: '1' }], moved: false }),
    holders: (unit, onDay) => holders(trees.get(placeDay(succession.life(unit), onDay))!, unit),
  }
}

/**
 * The borders of one day. With `only`, a unit that is not there stands above everything that its own ground went to,
 * so that reading it gives what it had, wherever that lies now.
 */
export function groundOfDay(tree: Tree, succession: Succession, only: { id: number } | null): Ground {
  const footings = new Map<string, Footing>()
  return {
    footing(unit, onDay) {
      const key = `${unit} ${onDay}`
      const footing = footings.get(key) ?? footingIn(tree, succession, unit, onDay)
      footings.set(key, footing)
      return footing
    },
    holders: (unit) => (only ? [unit, only.id, ...holders(tree, unit).slice(1)] : holders(tree, unit)),
  }
}

function footingIn(tree: Tree, succession: Succession, unit: number, onDay: Day): Footing {
  const landing = land(unit, succession, tree, onDay)
  if (landing.kind === 'same') return { kind: 'known', shares: [{ unit, share: '1' }], moved: false }
  if (landing.kind === 'shares') return { kind: 'known', shares: landing.parts, moved: true }
  return { kind: 'unknown', successors: landing.successors, at: landing.at ?? ALL }
}

/** The unit and all above it; only ALL for a unit that does not stand in that tree. */
function holders(tree: Tree, unit: number): number[] {
  const line: number[] = []
  if (tree.units.has(unit))
    for (let at: number | null = unit; at !== null; at = tree.parent(at)) line.push(at)
  return [...line, ALL]
}

export const livesOf = (succession: Succession): Lives => ({
  endsOn: (unit) => succession.endsOn(unit),
  successors: (unit) => succession.successors(unit).map((link) => link.unit),
})
