import { type Day, dayOrNull } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { UnitDetail } from '../api/unit.ts'
import { OrganisationProblem } from '../problems.ts'
import { nearestDay } from '../rules/spans.ts'
import type { Tree } from '../rules/tree.ts'
import { listCodes } from '../store/codes.ts'
import { findState, statesOf } from '../store/lookup.ts'
import { loadSnapshot } from '../store/snapshot.ts'
import { treeOf } from '../store/tree.ts'
import { named } from './tell-nodes.ts'

/**
 * A unit with its names, codes and places on a day of its life.
 * @throws organisation.unitNotFound
 */
export async function tellUnit(db: Db, id: string, wanted: Day): Promise<UnitDetail> {
  const snapshot = await loadSnapshot(db)
  const unitId = /^\d{1,9}$/.test(id) ? Number(id) : 0
  const life = snapshot.lives.get(unitId)
  if (!life) throw OrganisationProblem.unitNotFound({ id })

  const on = nearestDay(life, wanted)
  const state = findState(snapshot, unitId, on)!
  const hierarchies = [...new Set(statesOf(snapshot, unitId).map(({ hierarchy }) => hierarchy))]
  const trees = hierarchies.map((hierarchy) => treeOf(snapshot, on, hierarchy))
  const { code, name, nameEn, altNames, kind } = state
  return {
    id,
    ...{ code, name, nameEn, kind },
    altNames: altNames?.split('|').map((text) => text.trim()) ?? [],
    beginsOn: dayOrNull(life.beginsOn),
    endsOn: dayOrNull(life.endsOn),
    on,
    codes: await listCodes(db, unitId, on),
    places: trees
      .filter((tree) => tree.units.has(unitId))
      .map((tree) => ({
        hierarchy: tree.hierarchy,
        above: above(tree, unitId).map((one) => named(tree.units.get(one)!)),
        children: tree.children(unitId).length,
        below: tree.subtree(unitId).length - 1,
      })),
  }
}

const above = (tree: Tree, id: number): number[] => {
  const parent = tree.parent(id)
  return parent === null ? [] : [...above(tree, parent), parent]
}
