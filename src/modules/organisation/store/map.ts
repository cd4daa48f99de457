// Where units lie: who borders whom, the schematic map's tiles, and real borders.

import type { Geometry } from 'geojson'
import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { insertRows } from './rows.ts'

/**
 * A unit's brick on the schematic map: `x` in tile widths, and its place along its bank from upstream down.
 */
export type UnitTile = { unitId: number; row: number; x: number; bank: 'north' | 'south'; riverOrder: number }

/** Makes `pairs` the neighbours of all units that they name; each pair counts both ways. */
export async function setNeighbours(tx: Tx, pairs: readonly (readonly [number, number])[]): Promise<void> {
  const units = [...new Set(pairs.flat())]
  if (units.length === 0) return
  await tx
    .deleteFrom('unit_neighbours')
    .where((row) => row.or([row('unit_id', 'in', units), row('neighbour_id', 'in', units)]))
    .execute()
  const both = new Map(
    pairs.flatMap(([a, b]) => [
      [`${a} ${b}`, { unit_id: a, neighbour_id: b }],
      [`${b} ${a}`, { unit_id: b, neighbour_id: a }],
    ]),
  )
  await insertRows(tx, 'unit_neighbours', [...both.values()])
}

/** Pairs of neighbours among `units`, each once, the lower id first. */
export async function listNeighbours(db: Db, units: readonly number[]): Promise<[number, number][]> {
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('unit_neighbours')
    .select(['unit_id', 'neighbour_id'])
    .where('unit_id', 'in', units)
    .where('neighbour_id', 'in', units)
    .whereRef('unit_id', '<', 'neighbour_id')
    .orderBy('unit_id')
    .orderBy('neighbour_id')
    .execute()
  return rows.map((row) => [row.unit_id, row.neighbour_id])
}

/** Puts units on the schematic map, or moves them. */
export async function setTiles(tx: Tx, tiles: readonly UnitTile[]): Promise<void> {
  if (tiles.length === 0) return
  await tx
    .deleteFrom('unit_tiles')
    .where(
      'unit_id',
      'in',
      tiles.map((tile) => tile.unitId),
    )
    .execute()
  await insertRows(
    tx,
    'unit_tiles',
    tiles.map(({ unitId, row, x, bank, riverOrder }) => ({
      unit_id: unitId,
      tile_row: row,
      tile_x: x,
      bank,
      river_order: riverOrder,
    })),
  )
}

/** The tiles of those of `units` that have one. */
export async function listTiles(db: Db, units: readonly number[]): Promise<UnitTile[]> {
  if (units.length === 0) return []
  const rows = await db.selectFrom('unit_tiles').selectAll().where('unit_id', 'in', units).execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    row: row.tile_row,
    x: Number(row.tile_x),
    bank: row.bank === 'south' ? 'south' : 'north',
    riverOrder: row.river_order,
  }))
}

/** A unit's border as it was imported: WGS 84, and where it comes from. */
export type UnitBorder = { unitId: number; onDate: Day; geometry: Geometry; source: string }

/** The borders of those of `units` that have one. */
export async function listBorders(db: Db, units: readonly number[]): Promise<UnitBorder[]> {
  if (units.length === 0) return []
  const rows = await db.selectFrom('unit_borders').selectAll().where('unit_id', 'in', units).execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    onDate: row.on_date,
    geometry: row.geometry as unknown as Geometry,
    source: row.source,
  }))
}

/** How many of `units` have a border. */
export async function countBorders(db: Db, units: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from unit_borders where unit_id = any(${units}::int[])`.execute(db)
  return rows[0]!.count
}

export type BorderDraft = { unitId: number; onDate: Day; geometry: string; source: string }

/** Writes borders, `geometry` as JSON text, and says of each unit what that came to. */
export async function saveBorders(
  tx: Tx,
  borders: readonly BorderDraft[],
): Promise<Map<number, 'created' | 'changed' | 'unchanged'>> {
  const { rows } = await sql<{ unit_id: number; outcome: 'created' | 'changed' | 'unchanged' }>`
    with drafts as (
      select "unitId" as unit_id, "onDate" as on_date, geometry::jsonb as geometry, source
      from jsonb_to_recordset(${JSON.stringify(borders)}::jsonb)
        as d ("unitId" int, "onDate" date, geometry text, source text)
    ), outcomes as (
      select drafts.unit_id, case when known.unit_id is null then 'created'
        when known.geometry = drafts.geometry and known.source = drafts.source then 'unchanged'
        else 'changed' end as outcome
      from drafts left join unit_borders known using (unit_id)
    ), written as (
      insert into unit_borders (unit_id, on_date, geometry, source)
      select unit_id, on_date, geometry, source from drafts join outcomes using (unit_id)
      where outcome <> 'unchanged'
      on conflict (unit_id) do update
        set on_date = excluded.on_date, geometry = excluded.geometry, source = excluded.source
    )
    select unit_id, outcome from outcomes`.execute(tx)
  return new Map(rows.map((row) => [row.unit_id, row.outcome]))
}
