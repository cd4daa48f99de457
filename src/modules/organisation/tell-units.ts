import { type Day, dayOrNull } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Unit } from './api.ts'
import { OrganisationProblem } from './problems.ts'
import type { Tree } from './rules/tree.ts'
import { STATE, type UnitState } from './schema.ts'
import { loadSnapshot } from './store/snapshot.ts'
import { treeOf } from './store/tree.ts'

/**
 * The tree of a day as the API writes it, by code.
 * @throws organisation.treeNotFound for a hierarchy in which no unit ever stood (`state` is always there)
 */
export async function tellUnits(
  db: Db,
  on: Day,
  hierarchy: string,
): Promise<{ on: Day; hierarchy: string; units: Unit[] }> {
  const tree = await getTree(db, on, hierarchy)
  const units = [...tree.units.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  return { on, hierarchy, units: units.map(toUnit) }
}

/** As `loadTree`, but a hierarchy that nobody knows is a problem. */
export async function getTree(db: Db, on: Day, hierarchy: string): Promise<Tree> {
  const snapshot = await loadSnapshot(db)
  const isKnown = hierarchy === STATE || snapshot.states.some((state) => state.hierarchy === hierarchy)
  if (!isKnown) throw OrganisationProblem.treeNotFound({ hierarchy })
  return treeOf(snapshot, on, hierarchy)
}

const toUnit = (unit: UnitState): Unit => ({
  id: String(unit.id),
  code: unit.code,
  name: unit.name,
  nameEn: unit.nameEn,
  kind: unit.kind,
  level: unit.level,
  parentId: unit.parentId === null ? null : String(unit.parentId),
  validFrom: dayOrNull(unit.validFrom),
  validTo: dayOrNull(unit.validTo),
})
