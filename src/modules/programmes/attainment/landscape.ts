// Where units lie: real borders when they were imported, recorded bricks, or bricks placed from who borders whom.

import type { Geometry } from 'geojson'
import { listBorders, listNeighbours, listTiles } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { placeTiles } from '../rules/place-tiles.ts'
import { type Place, type Tile, touchingPairs } from '../rules/tiles.ts'
import type { Ground } from './ground.ts'

/** A unit of then, by id, that was merged into another. */
export type Predecessor = { unit: number; place: Place | null }

export type Landscape = {
  of(unit: number): { place: Place | null; border: Geometry | null; predecessors: Predecessor[] }
  /** Pairs of neighbours among the bricks, and how many of them touch; null without neighbours. */
  touch: { touching: number; pairs: number } | null
}

/** More units than this are not placed by computing: it would take too long, and nobody could read it. */
const MOST_PLACED = 40

/**
 * Where the units of the chosen borders lie, with the units of then that each was merged from.
 *
 * @param isDrawn false leaves the real borders out, which are large.
 */
export async function loadLandscape(
  db: Db,
  ground: Ground,
  borders: 'then' | 'now',
  units: readonly number[],
  isDrawn = true,
): Promise<Landscape> {
  const bricks = borders === 'now' ? [...new Set([...ground.ofThen, ...units])] : units
  const pairs = bricks.length > 200 ? [] : await listNeighbours(db, bricks)
  const recorded = await recordedPlaces(db, bricks)
  const places = recorded.size > 0 ? recorded : placed(units, pairs)
  const borderOf = new Map(
    (units.length > 200 || !isDrawn ? [] : await listBorders(db, units)).map(({ unitId, geometry }) => [
      unitId,
      geometry,
    ]),
  )
  const predecessorsOf = (unit: number): Predecessor[] => {
    const origins = borders === 'now' ? (ground.origins.get(unit) ?? []) : []
    if (origins.length === 1 && origins[0]!.unit === unit) return []
    return origins.map(({ unit: old }) => ({
      unit: old,
      place: places.get(old) ?? null,
    }))
  }
  return {
    of: (unit) => ({
      place: places.get(unit) ?? null,
      border: borderOf.get(unit) ?? null,
      predecessors: predecessorsOf(unit),
    }),
    touch: pairs.length > 0 ? { touching: touchOf(places, pairs), pairs: pairs.length } : null,
  }
}

async function recordedPlaces(db: Db, units: readonly number[]): Promise<Map<number, Place>> {
  if (units.length > 200) return new Map()
  const tiles = await listTiles(db, units)
  return new Map(
    tiles.map(({ unitId, row, x, bank, riverOrder }) => [unitId, { row, x, bank, order: riverOrder }]),
  )
}

const remembered = new Map<string, Map<string, Tile>>()

/** Bricks from neighbours alone, computed once for the same neighbours. */
function placed(units: readonly number[], pairs: readonly (readonly [number, number])[]): Map<number, Place> {
  if (pairs.length === 0 || units.length > MOST_PLACED) return new Map()
  const named = pairs.map(([a, b]) => [String(a), String(b)] as const)
  const key = `${units.join()}|${named.join(' ')}`
  const tiles = remembered.get(key) ?? placeTiles(units.map(String), named)
  if (remembered.size > 50) remembered.clear()
  remembered.set(key, tiles)
  return new Map([...tiles].map(([id, tile]) => [Number(id), { ...tile, bank: null, order: null }]))
}

const touchOf = (places: ReadonlyMap<number, Tile>, pairs: readonly (readonly [number, number])[]): number =>
  touchingPairs(
    new Map([...places].map(([id, tile]) => [String(id), tile])),
    pairs.map(([a, b]) => [String(a), String(b)] as const),
  )
