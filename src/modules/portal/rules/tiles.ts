// Bricks: rows of equal tiles, every other row shifted by half a tile, so a tile touches up to six others.

/** A tile's place: `row` from the top, `x` from the left in tile widths; odd rows stand on halves. */
export type Tile = { row: number; x: number }

export const sameTile = (a: Tile, b: Tile): boolean => a.row === b.row && a.x === b.x

/** Two tiles touch when they lie side by side, or in neighbouring rows and overlap by half. */
export const touching = (a: Tile, b: Tile): boolean =>
  a.row === b.row ? Math.abs(a.x - b.x) === 1 : Math.abs(a.row - b.row) === 1 && Math.abs(a.x - b.x) < 1

/** The six places around a tile. */
export const around = ({ row, x }: Tile): Tile[] => [
  { row, x: x - 1 },
  { row, x: x + 1 },
  { row: row - 1, x: x - 0.5 },
  { row: row - 1, x: x + 0.5 },
  { row: row + 1, x: x - 0.5 },
  { row: row + 1, x: x + 0.5 },
]

/** How many of the pairs touch. */
export const touchingPairs = (
  tiles: ReadonlyMap<string, Tile>,
  pairs: readonly (readonly [string, string])[],
) =>
  pairs.filter(([a, b]) => {
    const [one, other] = [tiles.get(a), tiles.get(b)]
    return one && other && touching(one, other)
  }).length

/** Shifts the tiles so that the top row is 0 and the leftmost tile stands at 0 or at a half. */
export function fromTopLeft(tiles: ReadonlyMap<string, Tile>): Map<string, Tile> {
  const all = [...tiles.values()]
  const top = Math.min(...all.map((tile) => tile.row))
  const left = Math.min(...all.map((tile) => tile.x))
  return new Map([...tiles].map(([code, { row, x }]) => [code, { row: row - top, x: x - left }]))
}
