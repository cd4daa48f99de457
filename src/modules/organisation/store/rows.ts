// Many rows in one statement: the rows travel as one JSON text, and the table's own types read them.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'

type Table = 'unit_states' | 'successions' | 'unit_neighbours' | 'unit_tiles' | 'unit_codes' | 'unit_borders'

export async function insertRows(tx: Tx, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

/** Deletes the rows that agree with `rows` in `key`. */
export async function deleteRows<T extends object>(
  tx: Tx,
  table: Table,
  key: readonly (keyof T & string)[],
  rows: readonly T[],
): Promise<void> {
  if (rows.length === 0) return
  const same = sql.join(
    key.map((column) => sql`stored.${sql.ref(column)} = gone.${sql.ref(column)}`),
    sql` and `,
  )
  await sql`
    delete from ${sql.table(table)} stored
    using jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) gone
    where ${same}`.execute(tx)
}

/** From so many rows on it pays to look at the tables anew. */
const MANY = 1_000

/**
 * Tells the planner how large the units' tables have become, when `written` rows are many. Inside the
 * transaction it still takes them for as small as they were, and climbs the tree row against row: minutes for
 * a country.
 */
export async function learnSizes(tx: Tx, written: number): Promise<void> {
  if (written >= MANY) await sql`analyze units, unit_states, unit_tree, successions`.execute(tx)
}
