// Bricks: rows of equal tiles, every other row shifted by half a tile, so a tile touches up to six others.

/** A tile's place: `row` from the top, `x` from the left in tile widths; odd rows stand on halves. */
export type Tile = { row: number; x: number }

/** Where a unit lies on the schematic map; `bank` and `order` only when its place is recorded. */
export type Place = Tile & { bank: 'north' | 'south' | null; order: number | null }

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

const columns = (tiles: ReadonlyMap<string, Tile>): number => {
  const xs = [...tiles.values()].map(({ x }) => x)
  return Math.max(...xs) - Math.min(...xs) + 1
}

/** A sixth of a turn: who touches whom stays the same. */
const turn = (tiles: ReadonlyMap<string, Tile>): Map<string, Tile> =>
  new Map(
    [...tiles].map(([code, { row, x }]) => {
      const across = x - row / 2
      return [code, { row: across + row, x: -row + (across + row) / 2 }]
    }),
  )

/** The same bricks turned so that they take the fewest columns, and shifted to begin at the top left. */
export function narrowest(tiles: ReadonlyMap<string, Tile>): Map<string, Tile> {
  const turns = [new Map(tiles)]
  for (let i = 1; i < 6; i++) turns.push(turn(turns[i - 1]!))
  return fromTopLeft(turns.reduce((a, b) => (columns(b) < columns(a) ? b : a)))
}

function fromTopLeft(tiles: ReadonlyMap<string, Tile>): Map<string, Tile> {
  const all = [...tiles.values()]
  const top = Math.min(...all.map((tile) => tile.row))
  const left = Math.min(...all.map((tile) => tile.x))
  return new Map([...tiles].map(([code, { row, x }]) => [code, { row: row - top, x: x - left }]))
}
