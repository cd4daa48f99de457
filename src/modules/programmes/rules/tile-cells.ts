import { type Named, shortName } from '#modules/organisation/rules/names.ts'
import type { Tile } from './tiles.ts'

type Placed = { unit: Named; place: Tile | null }

/**
 * The bricks of a unit, the first carrying its name and value: its own place, or those of the units merged into it.
 * Among those the one with the new unit's name comes first, else the last in the list.
 */
export function cellsOf({
  unit,
  place,
  predecessors,
}: Placed & { predecessors: readonly Placed[] }): { tile: Tile; name: string }[] {
  const merged = predecessors.flatMap(({ unit: old, place: at }) =>
    at ? [{ tile: at, name: shortName(old) }] : [],
  )
  if (merged.length === 0 || merged.length < predecessors.length)
    return place ? [{ tile: place, name: shortName(unit) }] : []
  const first = merged.find(({ name }) => name === shortName(unit)) ?? merged.at(-1)!
  return [first, ...merged.filter((cell) => cell !== first)]
}
