import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

/**
 * Somebody whose grant reaches a unit. `distance` is how many steps above it the grant is held; null for everywhere.
 * `field` is the field of work that the grant is limited to; null: none.
 */
export type Holder = {
  unitId: number
  accountId: number
  role: string
  field: string | null
  distance: number | null
}

/**
 * Who holds a role at these units or above them on a day, in any tree; an ended unit is judged by the tree of its last
 * day, as `reaches` does.
 */
export async function listHolders(db: Db, unitIds: readonly number[], today: Day): Promise<Holder[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<Holder>`
    with asked as (select distinct u.id, least(greatest(${today}::date, u.begins_on), u.ends_on) as on_day
                     from units u where u.id = any(${[...unitIds]}::int[])),
         held as (select account_id, role, field, unit_id from grants where ${today}::date between valid_from and valid_to)
    select a.id as "unitId", h.account_id as "accountId", h.role, h.field, min(t.depth)::int as distance
      from asked a
      join unit_tree t on t.unit_id = a.id and a.on_day between t.valid_from and t.valid_to
      join held h on h.unit_id = t.ancestor_id
     group by a.id, h.account_id, h.role, h.field
    union all
    select distinct a.id, h.account_id, h.role, h.field, null::int from asked a, held h where h.unit_id is null`.execute(
    db,
  )
  return rows
}
