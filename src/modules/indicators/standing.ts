// What a reading of the values themselves stands on: whose values, on which ground, and who was expected to report.

import type { Period } from '#kernel/period.ts'
import { loadTree, loadTrees, placeDay, type Succession, type Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type AskedUnit, type Asking, below } from './asked.ts'
import { groundOfDay, groundOfThen } from './ground.ts'
import { ALL, type Ground } from './rules/over-units.ts'
import type { Borders, Level, ValueState } from './schema.ts'
import type { StoredPeriod } from './store/definitions.ts'
import type { Scope } from './store/leaves.ts'

/** One window of a reading. `borders` is `then` or a day. */
export type Window = { period: Period; borders: Borders; level: Level; state: ValueState }

export type Standing = {
  rows: AskedUnit[]
  ground: Ground
  expected: { unit: number; onDay: string }[]
  scope: Scope
}

/** What the slow way stands on: whose values to read, where they lie, and who was expected. */
export async function standOn(
  db: Db,
  window: Window,
  asking: Asking,
  periods: readonly StoredPeriod[],
  succession: Succession,
): Promise<Standing> {
  const { period, borders } = window
  const ids = asking.rows.map((r) => r.id)
  if (borders === 'then') {
    const askedAll = ids.includes(ALL)
    const inside = (askedAll ? asking.tree.roots : ids).flatMap((id) => asking.tree.subtree(id))
    const expected = inside
      .filter((id) => asking.tree.isLeaf(id))
      .map((unit) => ({ unit, onDay: asking.tree.on }))
    const days = [period.endsOn, asking.tree.on, ...periods.map((p) => p.endsOn)]
    const ground = await groundOfThen(db, succession, days)
    const scope: Scope = askedAll ? 'all' : { under: ids, startsOn: period.startsOn, endsOn: period.endsOn }
    return { rows: asking.rows, ground, expected, scope }
  }
  if (asking.endedUnit) return standOnEnded(db, asking.endedUnit, window, succession)
  const thenTree = await loadTree(db, period.endsOn)
  const trees = await loadTrees(db, [period.endsOn, ...periods.map((p) => p.endsOn)])
  const inside = ids.includes(ALL) ? null : groundKin(ids, asking.tree, [...trees.values()], succession)
  const expected = [...thenTree.units.keys()]
    .filter((id) => thenTree.isLeaf(id) && (!inside || inside.has(id)))
    .map((unit) => ({ unit, onDay: period.endsOn }))
  const ground = groundOfDay(asking.tree, succession, null)
  return { rows: asking.rows, ground, expected, scope: inside ? { units: [...inside] } : 'all' }
}

/**
 * Every unit whose values may come to lie in `ids` as they are in `tree`: what shares ground with their subtrees, what
 * stood under that then, and what stood above it then and is not there any more (a district whose level was abolished).
 */
function groundKin(
  ids: readonly number[],
  tree: Tree,
  trees: readonly Tree[],
  succession: Succession,
): Set<number> {
  const kin = new Set(ids.flatMap((id) => tree.subtree(id)).flatMap((id) => succession.kin(id)))
  const found = new Set(kin)
  for (const then of trees)
    for (const id of kin) {
      if (!then.units.has(id)) continue
      for (const below of then.subtree(id)) found.add(below)
      for (let above = then.parent(id); above !== null && !tree.units.has(above); above = then.parent(above))
        found.add(above)
    }
  return found
}

/** The ground of a unit that is not there in those borders: its own subtree of its last day, wherever it lies now. */
async function standOnEnded(
  db: Db,
  unit: AskedUnit,
  { period, borders, level }: Window,
  succession: Succession,
): Promise<Standing> {
  const then = await loadTree(db, placeDay(succession.life(unit.id), period.endsOn))
  const now = await loadTree(db, borders)
  const units = then.subtree(unit.id)
  const ground = groundOfDay(now, succession, unit)
  const landed = new Set(
    units
      .filter((id) => then.isLeaf(id))
      .flatMap((id) => {
        const footing = ground.footing(id, then.on)
        return footing.kind === 'known' ? footing.shares.map((s) => s.unit) : footing.successors
      }),
  )
  const rows =
    level === 'self'
      ? [unit]
      : level === 'children'
        ? [...landed]
            .flatMap((id) => below(now, named(now, id), 'self'))
            .sort((a, b) => (a.code < b.code ? -1 : 1))
        : below(now, { id: ALL, code: '', name: '' }, level).filter((row) =>
            now.subtree(row.id).some((id) => landed.has(id)),
          )
  const expected = units.filter((id) => then.isLeaf(id)).map((id) => ({ unit: id, onDay: period.endsOn }))
  return { rows, ground, expected, scope: { units } }
}

const named = (
  tree: { units: ReadonlyMap<number, { code: string; name: string }> },
  id: number,
): AskedUnit => ({
  id,
  code: tree.units.get(id)!.code,
  name: tree.units.get(id)!.name,
})
