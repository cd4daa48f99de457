import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

/** Directives by id, as the register names them. */
export async function findDirectiveNames(
  db: Db,
  ids: readonly (number | null)[],
): Promise<Map<number, { id: string; number: string; excerpt: string }>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ id: number; number: string; excerpt: string }>`
    select directive_id as id, number, excerpt from directive_names
     where directive_id = any(${asked}::int8[])`.execute(db)
  return new Map(rows.map((row) => [row.id, { ...row, id: String(row.id) }]))
}
