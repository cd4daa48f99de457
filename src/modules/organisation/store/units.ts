import { sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'

/** Writes units with the ids that were drawn for them, and the days of those that are there already. */
export async function upsertUnits(
  tx: Tx,
  units: readonly { id: number; begins_on: string; ends_on: string }[],
): Promise<void> {
  if (units.length === 0) return
  await sql`
    insert into units (id, begins_on, ends_on) overriding system value
    select id, begins_on, ends_on from jsonb_populate_recordset(null::units, ${JSON.stringify(units)}::jsonb)
    on conflict (id) do update set begins_on = excluded.begins_on, ends_on = excluded.ends_on`.execute(tx)
}

/** Deletes units that became part of another one; no record hangs on them, only their place on the map. */
export async function deleteUnits(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('unit_neighbours')
    .where((row) => row.or([row('unit_id', 'in', ids), row('neighbour_id', 'in', ids)]))
    .execute()
  await tx.deleteFrom('unit_tiles').where('unit_id', 'in', ids).execute()
  await tx.deleteFrom('units').where('id', 'in', ids).execute()
}
