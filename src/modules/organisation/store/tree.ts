import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { holds } from '../rules/spans.ts'
import { buildSuccession, type Succession } from '../rules/succession.ts'
import { buildTree, type Tree } from '../rules/tree.ts'
import { STATE } from '../schema.ts'
import { eventDays, loadSnapshot, remember, type Snapshot } from './snapshot.ts'

/** Trees and days that a process remembers; the oldest give way. */
const REMEMBERED = 32

/** The tree of a day. The same day gives the same object while nothing changes. */
export async function loadTree(db: Db, on: Day, hierarchy: string = STATE): Promise<Tree> {
  return treeOf(await loadSnapshot(db), on, hierarchy)
}

/** The trees of several days in one statement. */
export async function loadTrees(db: Db, days: Iterable<Day>, hierarchy = STATE): Promise<Map<Day, Tree>> {
  const snapshot = await loadSnapshot(db)
  return new Map([...new Set(days)].map((day) => [day, treeOf(snapshot, day, hierarchy)]))
}

export function treeOf(snapshot: Snapshot, on: Day, hierarchy: string): Tree {
  const since = eventDays(snapshot).findLast((day) => day <= on) ?? 'ever'
  const trees = remember(snapshot, 'trees', () => new Map<string, Tree>())
  const days = remember(snapshot, 'days of trees', () => new Map<string, Tree>())
  return recall(days, `${hierarchy} ${on}`, () => ({
    ...recall(trees, `${hierarchy} ${since}`, () => makeTree(snapshot, on, hierarchy)),
    on,
  }))
}

function makeTree(snapshot: Snapshot, on: Day, hierarchy: string): Tree {
  const there = snapshot.states.filter((state) => state.hierarchy === hierarchy && holds(state, on))
  const rows = there.map(({ unitId, code, name, nameEn, kind, parentId, from, to }) => ({
    id: unitId,
    code,
    name,
    nameEn,
    kind,
    parentId,
    validFrom: from,
    validTo: to,
  }))
  return buildTree(on, hierarchy, rows)
}

function recall(trees: Map<string, Tree>, key: string, make: () => Tree): Tree {
  const tree = trees.get(key) ?? make()
  trees.delete(key)
  trees.set(key, tree)
  for (const old of [...trees.keys()].slice(0, -REMEMBERED)) trees.delete(old)
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
