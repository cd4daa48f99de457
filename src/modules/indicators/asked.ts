// Which rows a reading has: the units that were asked for, by code, level and borders.

import type { Day } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { loadTree, placeDay, type Tree, unitByCode, unitStateOn } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { UnitProblem } from './problems.ts'
import { ALL } from './rules/over-units.ts'
import type { Borders, Level } from './schema.ts'

export type AskedUnit = { id: number; code: string; name: string }

/**
 * Rows that are gathered together. `endedUnit` is set when restated values are asked of a unit that is not there in
 * those borders: then only what its own ground gave is gathered, at the units which that ground went to.
 */
export type Asking = { rows: AskedUnit[]; tree: Tree; endedUnit: AskedUnit | null }

const EVERYTHING: AskedUnit = { id: ALL, code: 'all', name: 'all' }

/** Resolves codes for one period. A code means its holder in the borders asked for, or else its holder in the period. */
export async function resolveAsked(
  db: Db,
  codes: readonly string[] | 'all',
  window: Period,
  borders: Borders,
  level: Level,
): Promise<Asking[]> {
  if (codes === 'all') {
    const tree = await loadTree(db, borders === 'then' ? window.endsOn : borders)
    return [{ rows: below(tree, EVERYTHING, level), tree, endedUnit: null }]
  }
  const askings: Asking[] = []
  for (const code of codes) {
    const there =
      borders === 'then' ? undefined : await unitByCode(db, code, { startsOn: borders, endsOn: borders })
    const unit = there ?? (await unitByCode(db, code, window))
    if (!unit) throw UnitProblem.notFound({ code, on: window.endsOn })

    const onDay: Day = borders === 'then' || !there ? placeDay(unit, window.endsOn) : borders
    const tree = await loadTree(db, onDay)
    const state = await unitStateOn(db, unit.id, onDay)
    const self = { id: unit.id, code: state.code, name: state.name }
    if (borders === 'then' || there) askings.push({ rows: below(tree, self, level), tree, endedUnit: null })
    else askings.push({ rows: level === 'self' ? [self] : [], tree, endedUnit: self })
  }
  return merged(askings)
}

/** The units of a level under one unit (ALL: under every root), in the order of their codes. */
export function below(tree: Tree, unit: AskedUnit, level: Level): AskedUnit[] {
  if (level === 'self') return [unit]
  const named = (id: number) => {
    const { code, name } = tree.units.get(id)!
    return { id, code, name }
  }
  const children = unit.id === ALL ? tree.roots : tree.children(unit.id)
  if (level === 'children') return children.map(named)
  const inside = unit.id === ALL ? [...tree.units.keys()] : tree.subtree(unit.id)
  return inside
    .filter((id) => tree.level(id) === level)
    .map(named)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Units that share a tree are gathered in one go. */
function merged(askings: readonly Asking[]): Asking[] {
  const whole = askings.filter((a) => !a.endedUnit)
  const byTree = Map.groupBy(whole, (a) => a.tree)
  const together = [...byTree].map(([tree, list]) => ({
    tree,
    rows: list.flatMap((a) => a.rows),
    endedUnit: null,
  }))
  return [...together, ...askings.filter((a) => a.endedUnit)]
}
