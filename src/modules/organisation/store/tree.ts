import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { buildCodes, type CodeFinder, type Days } from '../rules/codes.ts'
import { holds, nearestDay } from '../rules/spans.ts'
import { buildSuccession, type Succession } from '../rules/succession.ts'
import { buildTree, type Tree } from '../rules/tree.ts'
import { STATE, type UnitRef } from '../schema.ts'
import { eventDays, loadSnapshot, remember, type Snapshot, type StoredState } from './snapshot.ts'

/** Trees and days that a process remembers; the oldest give way. */
const TREES = 32

/** The tree of a day. The same day gives the same object while nothing changes. */
export async function loadTree(db: Db, on: Day, hierarchy: string = STATE): Promise<Tree> {
  return treeOf(await loadSnapshot(db), on, hierarchy)
}

export function treeOf(snapshot: Snapshot, on: Day, hierarchy: string): Tree {
  const since = eventDays(snapshot).findLast((day) => day <= on) ?? ''
  const trees = remember(snapshot, 'trees', () => new Map<string, Tree>())
  const shared = recall(trees, `${hierarchy} since ${since}`, () =>
    buildTree(
      on,
      hierarchy,
      snapshot.states
        .filter((state) => state.hierarchy === hierarchy && holds(state, on))
        .map((state) => ({
          id: state.unitId,
          code: state.code,
          name: state.name,
          nameEn: state.nameEn,
          kind: state.kind,
          parentId: state.parentId,
          validFrom: state.from,
          validTo: state.to,
        })),
    ),
  )
  return recall(
    remember(snapshot, 'days of trees', () => new Map<string, Tree>()),
    `${hierarchy} ${on}`,
    () => ({ ...shared, on }),
  )
}

function recall(trees: Map<string, Tree>, key: string, make: () => Tree): Tree {
  const tree = trees.get(key) ?? make()
  trees.delete(key)
  trees.set(key, tree)
  for (const old of [...trees.keys()].slice(0, -TREES)) trees.delete(old)
  return tree
}

/** How all units came, went and passed into each other. */
export async function loadSuccession(db: Db): Promise<Succession> {
  return successionOf(await loadSnapshot(db))
}

export function successionOf(snapshot: Snapshot): Succession {
  return remember(snapshot, 'succession', () =>
    buildSuccession(
      snapshot.lives,
      snapshot.links,
      snapshot.states.map(({ unitId, hierarchy, parentId, from, to }) => ({
        unit: unitId,
        hierarchy,
        parent: parentId,
        from,
        to,
      })),
    ),
  )
}

/** For files: finds units by code without asking the database again. */
export async function loadCodes(db: Db): Promise<CodeFinder> {
  return codesOf(await loadSnapshot(db))
}

export function codesOf(snapshot: Snapshot): CodeFinder {
  return remember(snapshot, 'codes', () =>
    buildCodes(
      snapshot.states.map(({ code, hierarchy, unitId, from, to }) => ({
        code,
        hierarchy,
        unit: unitId,
        from,
        to,
      })),
    ),
  )
}

/**
 * The unit that held `code` on the last of `days`; when none did, the one that held it last inside them.
 * Without a hierarchy, in whichever tree it stands.
 */
export async function unitByCode(
  db: Db,
  code: string,
  days: Days,
  hierarchy?: string,
): Promise<UnitRef | undefined> {
  const snapshot = await loadSnapshot(db)
  const id = codesOf(snapshot).find(code, days, hierarchy)
  return id === undefined ? undefined : { id, code, ...snapshot.lives.get(id)! }
}

/** A unit by its id; undefined when there is none. */
export async function findUnit(db: Db, id: number): Promise<UnitRef | undefined> {
  const snapshot = await loadSnapshot(db)
  const life = snapshot.lives.get(id)
  const state = statesOf(snapshot, id)[0]
  return life && state && { id, code: state.code, ...life }
}

/**
 * What a unit was called and was on a day: on its last day when it ended before, on its first when it began later.
 * The `state` tree speaks first, where the unit stands in several.
 */
export async function unitStateOn(db: Db, id: number, day: Day): Promise<StoredState> {
  return stateOn(await loadSnapshot(db), id, day)
}

export function stateOn(snapshot: Snapshot, id: number, day: Day): StoredState {
  const life = snapshot.lives.get(id)
  const there = life && statesOf(snapshot, id).filter((state) => holds(state, nearestDay(life, day)))
  const state = there?.find((one) => one.hierarchy === STATE) ?? there?.[0]
  if (!state) throw new Error(`There is no unit ${id}`)
  return state
}

/** Units by id, called as on a day (`unitStateOn`), in one reading. */
export async function listUnitNames(
  db: Db,
  ids: readonly number[],
  day: Day,
): Promise<{ id: number; code: string; name: string }[]> {
  const snapshot = await loadSnapshot(db)
  return ids.flatMap((id) => {
    const life = snapshot.lives.get(id)
    const state = life && statesOf(snapshot, id).find((s) => holds(s, nearestDay(life, day)))
    return state ? [{ id, code: state.code, name: state.name }] : []
  })
}

/** All states of a unit, in the order of tree and time. */
export function statesOf(snapshot: Snapshot, id: number): readonly StoredState[] {
  const byUnit = remember(snapshot, 'states', () => Map.groupBy(snapshot.states, (state) => state.unitId))
  return byUnit.get(id) ?? []
}

/** What units were called on a day, in the order given; ended and later ones as `unitStateOn` says. */
export async function listUnitNames(
  db: Db,
  ids: readonly number[],
  day: Day,
): Promise<{ id: number; code: string; name: string; nameEn: string | null }[]> {
  const snapshot = await loadSnapshot(db)
  return ids.map((id) => {
    const { code, name, nameEn } = stateOn(snapshot, id, day)
    return { id, code, name, nameEn }
  })
}
