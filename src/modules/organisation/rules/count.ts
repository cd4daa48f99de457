import type { Day } from '#kernel/day.ts'
import type { Tree } from './tree.ts'

/**
 * How many units a day's tree has; the keys of `byLevel` are levels, 1 at a root, and kinds come the most
 * frequent first.
 */
export type UnitCounts = {
  on: Day
  total: number
  byLevel: Record<string, number>
  byKind: Record<string, number>
}

export function countUnits(tree: Tree): UnitCounts {
  const units = [...tree.units.values()]
  const count = (keys: readonly (string | number)[]) =>
    [...Map.groupBy(keys, (key) => key)].map(([key, list]) => [String(key), list.length] as const)
  const byKind = count(units.map((unit) => unit.kind)).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return {
    on: tree.on,
    total: units.length,
    byLevel: Object.fromEntries(count(units.map((unit) => unit.level))),
    byKind: Object.fromEntries(byKind),
  }
}
