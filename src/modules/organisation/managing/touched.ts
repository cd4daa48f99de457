// Which units a change touches: as they were the day before, and as they are on the day.

import type { Day } from '#kernel/day.ts'
import { Big, plain } from '#kernel/decimal.ts'
import type { Expanded } from '../rules/change.ts'
import type { Change } from '../rules/change-book.ts'
import { dayBefore } from '../rules/spans.ts'
import { partings, type Succession } from '../rules/succession.ts'
import type { Tree } from '../rules/tree.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { successionOf, treeOf } from '../store/tree.ts'

/** Before and after the change: what is known, and the tree of its eve and of its day. */
export type Sides = {
  date: Day
  known: { before: Snapshot; after: Snapshot }
  eve: Tree
  day: Tree
}

export const sidesOf = (before: Snapshot, after: Snapshot, date: Day, hierarchy: string): Sides => ({
  date,
  known: { before, after },
  eve: treeOf(before, dayBefore(date), hierarchy),
  day: treeOf(after, date, hierarchy),
})

/** Codes that the changes name, or move along. */
export function codesTouched(changes: readonly Change[], { states }: Expanded): Set<string> {
  return new Set([
    ...changes.flatMap(({ predecessors, successors }) => [
      ...predecessors,
      ...successors.map(({ code }) => code),
    ]),
    ...states.map(({ code }) => code),
  ])
}

/** Units of a tree that held one of the codes, in the order of their codes. */
export const unitsOf = ({ units }: Tree, codes: ReadonlySet<string>): number[] =>
  [...units.values()]
    .filter(({ code }) => codes.has(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ id }) => id)

/** Into which units, and in which shares, a unit of the eve passed; itself where it only goes on. */
export function passings({ known, eve, day, date }: Sides, id: number) {
  const [parting] = partings(successionOf(known.after), id, eve.on, date)
  if (parting) return parting.parts
  return day.units.has(id) ? [{ unit: id, share: null }] : []
}

/** Units that are no more whose ground came to `ids`, through any number of successions. */
export function originsOf(succession: Succession, ids: readonly number[]): number[] {
  const found = new Set(ids)
  // A set hands out what is added to it while it is read.
  for (const id of found) for (const { from } of succession.entering(id)) found.add(from)
  return [...found].filter((id) => !ids.includes(id))
}

/** What units come to together, each piece of ground once; null when none has a value. */
export function totalOf(tree: Tree, values: ReadonlyMap<number, string | null>): string | null {
  const isUnder = (id: number): boolean => {
    const parent = tree.parent(id)
    return parent !== null && (values.has(parent) || isUnder(parent))
  }
  const there = [...values].flatMap(([id, value]) => (value !== null && !isUnder(id) ? [value] : []))
  if (there.length === 0) return null
  return plain(there.reduce((sum, value) => sum.plus(value), new Big(0)))
}
