import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Counted } from '../rules/coverage.ts'

/**
 * The occurrences of a directive that count, in no order.
 *
 * @param units ids of those that are looked at; null: all.
 */
export async function listCounted(
  db: Db,
  directiveId: number,
  units: readonly number[] | null,
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select o.id, o.unit_id as "unitId", o.unit_code as "unitCode", o.unit_name as "unitName", o.due_on as due,
           o.received_on as received, o.studied_on as studied, o.planned_on as planned, o.reported_on as reported,
           o.done_on as done
      from duty_occurrences o
     where o.directive_id = ${directiveId} and o.state not in ('passed', 'withdrawn')
       ${units === null ? sql`` : sql`and o.unit_id = any(${[...units]}::int[])`}`.execute(db)
  return rows
}

/**
 * The units themselves and all that stand below them on a day, in any tree; one that ended before, by the tree of its
 * last day.
 */
export async function listWithin(db: Db, units: readonly number[], on: Day): Promise<number[]> {
  if (units.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    select distinct h.unit_id as id
      from unit_holders h join unit_lives l on l.unit_id = h.unit_id
     where h.ancestor_id = any(${[...units]}::int[])
       and least(greatest(${on}::date, l.begins_on), l.ends_on) between h.valid_from and h.valid_to`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
