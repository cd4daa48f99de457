import type { Day } from '#kernel/day.ts'
import type { UnitState } from '../schema.ts'

/** Who stood where on one day. Built once and asked often: every answer is ready or a short climb. */
export type Tree = {
  on: Day
  hierarchy: string
  units: ReadonlyMap<number, UnitState>
  /** In the order of their codes, as all lists here. */
  roots: readonly number[]
  children(id: number): readonly number[]
  /** Null at a root. */
  parent(id: number): number | null
  /** 1 at a root. */
  level(id: number): number
  /** The unit itself, then everyone below it: parents before children. */
  subtree(id: number): readonly number[]
  /** How many units of the subtree have nobody below them; 1 for a unit that has nobody itself. */
  leafCount(id: number): number
  isLeaf(id: number): boolean
  /**
   * The lowest unit whose subtree holds all of `ids`; null when only all roots together do, and for no ids.
   */
  lowestCommon(ids: readonly number[]): number | null
}

export type TreeRow = Omit<UnitState, 'level'>

/** Ids that are not in the tree of that day throw: who is asked about must be known to stand in it. */
export function buildTree(on: Day, hierarchy: string, rows: readonly TreeRow[]): Tree {
  const ids = new Set(rows.map((row) => row.id))
  const below = Map.groupBy(rows.toSorted(byCode), (row) =>
    row.parentId !== null && ids.has(row.parentId) ? row.parentId : null,
  )
  const childrenOf = new Map([...below].map(([id, list]) => [id, list.map((row) => row.id)]))
  const { units, order, places } = walk(below)

  const placeOf = (id: number): Place => {
    const place = places.get(id)
    if (!place) throw new Error(`Unit ${id} does not stand in the ${hierarchy} tree of ${on}`)
    return place
  }
  const parent = (id: number): number | null => placeOf(id).parent
  const level = (id: number): number => placeOf(id).level
  const isAbove = (above: number, id: number): boolean =>
    placeOf(above).start <= placeOf(id).start && placeOf(id).start < placeOf(above).end
  const climb = (from: number | null, id: number): number | null =>
    from === null || isAbove(from, id) ? from : climb(parent(from), id)

  return {
    on,
    hierarchy,
    units,
    roots: childrenOf.get(null) ?? [],
    children: (id) => childrenOf.get(placeOf(id).id) ?? [],
    parent,
    level,
    subtree: (id) => order.slice(placeOf(id).start, placeOf(id).end),
    leafCount: (id) => placeOf(id).leaves,
    isLeaf: (id) => placeOf(id).end - placeOf(id).start === 1,
    lowestCommon: ([first, ...rest]) => (first === undefined ? null : rest.reduce(climb, placeOf(first).id)),
  }
}

/** A unit's stretch of the order in which parents come before children. */
type Place = { id: number; parent: number | null; level: number; start: number; end: number; leaves: number }

function walk(below: Map<number | null, TreeRow[]>) {
  const units = new Map<number, UnitState>()
  const order: number[] = []
  const places = new Map<number, Place>()

  function visit(row: TreeRow, parent: number | null, level: number): number {
    const place = { id: row.id, parent, level, start: order.length, end: 0, leaves: 0 }
    order.push(row.id)
    units.set(row.id, { ...row, level })
    places.set(row.id, place)
    const children = below.get(row.id) ?? []
    const leaves = children.reduce((sum, child) => sum + visit(child, row.id, level + 1), 0)
    place.leaves = children.length === 0 ? 1 : leaves
    place.end = order.length
    return place.leaves
  }
  for (const root of below.get(null) ?? []) visit(root, null, 1)
  return { units, order, places }
}

const byCode = (a: TreeRow, b: TreeRow): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id - b.id)
