// A schematic map from nothing but who borders whom: used when no positions are stored and no borders imported.

import { around, narrowest, sameTile, type Tile, touching } from './tiles.ts'

type Pair = readonly [string, string]

/**
 * Places one tile per unit so that as many true neighbours as possible touch.
 *
 * Starts from several units (fewer when there are many), sets down the unit with most placed neighbours where most of
 * them touch, then moves and swaps tiles as long as that helps; the best of all starts wins. The same input gives the
 * same map on every machine. Directions are not kept: north may lie anywhere.
 *
 * @param codes all units.
 * @param pairs true neighbours, in any order; unknown codes are left out.
 */
export function placeTiles(codes: readonly string[], pairs: readonly Pair[]): Map<string, Tile> {
  const sorted = [...codes].sort()
  const neighbours = new Map(sorted.map((code) => [code, new Set<string>()]))
  for (const [a, b] of pairs) {
    if (a === b || !neighbours.has(a) || !neighbours.has(b)) continue
    neighbours.get(a)!.add(b)
    neighbours.get(b)!.add(a)
  }
  const starts = sorted
    .slice(0, Math.max(2, Math.floor(400 / sorted.length)))
    .map((start) => improve(growFrom(start, neighbours), neighbours))
  const best = starts.reduce<Map<string, Tile> | null>(
    (a, b) => (a && quality(a, neighbours) >= quality(b, neighbours) ? a : b),
    null,
  )
  return best ? narrowest(best) : new Map()
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>

function growFrom(start: string, neighbours: Neighbours): Map<string, Tile> {
  const tiles = new Map<string, Tile>([[start, { row: 0, x: 0 }]])
  while (tiles.size < neighbours.size) {
    const next = [...neighbours.keys()]
      .filter((code) => !tiles.has(code))
      .reduce((a, b) => (placed(b, tiles, neighbours).length > placed(a, tiles, neighbours).length ? b : a))
    const wanted = placed(next, tiles, neighbours)
    tiles.set(
      next,
      bestOf(freePlaces(tiles), (place) => suits(place, wanted, tiles)),
    )
  }
  return tiles
}

/** Moves to a free place and swaps of two tiles, as long as one of them makes the map better. */
function improve(tiles: Map<string, Tile>, neighbours: Neighbours): Map<string, Tile> {
  const codes = [...tiles.keys()].sort()
  for (let round = 0; round < 30; round++) {
    const before = quality(tiles, neighbours)
    for (const code of codes) {
      const here = tiles.get(code)!
      const others = codes.filter((other) => other !== code)
      const options = [
        ...freePlaces(tiles).map((to) => ({ to, with: '' })),
        ...others.map((o) => ({ to: tiles.get(o)!, with: o })),
      ]
      for (const option of options) {
        const now = local(tiles, neighbours, code, option.with)
        tiles.set(code, option.to)
        if (option.with) tiles.set(option.with, here)
        if (local(tiles, neighbours, code, option.with) > now + 1e-9) break
        tiles.set(code, here)
        if (option.with) tiles.set(option.with, option.to)
      }
    }
    if (quality(tiles, neighbours) <= before) break
  }
  return tiles
}

const placed = (code: string, tiles: ReadonlyMap<string, Tile>, neighbours: Neighbours): Tile[] =>
  [...neighbours.get(code)!].flatMap((other) => tiles.get(other) ?? [])

/** Touching counts a whole point; being far from a true neighbour costs less than any touch gains. */
const suits = (place: Tile, wanted: readonly Tile[], tiles: ReadonlyMap<string, Tile>): number =>
  wanted.reduce((sum, tile) => sum + (touching(place, tile) ? 1 : 0) - distance(place, tile) / 100, 0) -
  distance(place, centre(tiles)) / 10_000

function local(tiles: Map<string, Tile>, neighbours: Neighbours, code: string, other: string): number {
  const own = suits(tiles.get(code)!, placed(code, tiles, neighbours), tiles)
  return other ? own + suits(tiles.get(other)!, placed(other, tiles, neighbours), tiles) : own
}

const quality = (tiles: Map<string, Tile>, neighbours: Neighbours): number =>
  [...tiles].reduce((sum, [code, tile]) => sum + suits(tile, placed(code, tiles, neighbours), tiles), 0)

const distance = (a: Tile, b: Tile): number => Math.hypot(a.row - b.row, a.x - b.x)

function centre(tiles: ReadonlyMap<string, Tile>): Tile {
  const all = [...tiles.values()]
  const mean = (pick: (tile: Tile) => number) => all.reduce((sum, tile) => sum + pick(tile), 0) / all.length
  return { row: mean((tile) => tile.row), x: mean((tile) => tile.x) }
}

function freePlaces(tiles: ReadonlyMap<string, Tile>): Tile[] {
  const taken = [...tiles.values()]
  const free = taken.flatMap(around).filter((place) => !taken.some((tile) => sameTile(tile, place)))
  const once = free.filter((place, i) => free.findIndex((other) => sameTile(other, place)) === i)
  return once.sort((a, b) => a.row - b.row || a.x - b.x)
}

const bestOf = (places: readonly Tile[], score: (place: Tile) => number): Tile =>
  places.reduce((a, b) => (score(b) > score(a) + 1e-9 ? b : a))
