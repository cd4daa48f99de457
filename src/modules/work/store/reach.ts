import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

/**
 * The units that stand under these today, themselves included, in any tree; a unit that has ended is judged by the tree
 * of its last day, as permissions are.
 */
export async function listReached(db: Db, holders: readonly number[], today: Day): Promise<Set<number>> {
  if (holders.length === 0) return new Set()
  const { rows } = await sql<{ ids: number[] }>`
    select coalesce(array_agg(distinct h.unit_id), '{}'::int[]) as ids
      from unit_holders h
      join unit_lives l on l.unit_id = h.unit_id
     where h.ancestor_id = any(${[...holders]}::int[])
       and least(greatest(${today}::date, l.begins_on), l.ends_on) between h.valid_from and h.valid_to`.execute(
    db,
  )
  return new Set(rows[0]!.ids)
}
