import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

/** How far one unit is with one directive: `isDone` when all that is due by the day is. */
export type UnitStanding = { directiveId: number; unitId: number; isDone: boolean; isLate: boolean }

/** Units that directives ask something of; occurrences that were withdrawn or passed on do not count. */
export async function listUnitStandings(
  db: Db,
  directiveIds: readonly number[],
  today: Day,
): Promise<UnitStanding[]> {
  if (directiveIds.length === 0) return []
  const { rows } = await sql<UnitStanding>`
    select directive_id as "directiveId", unit_id as "unitId",
           coalesce(bool_and(done_on is not null) filter (where due_on is null or due_on <= ${today}::date or done_on is not null),
                    false) as "isDone",
           coalesce(bool_or(coalesce(done_on, ${today}::date) > due_on), false) as "isLate"
      from duty_occurrences
     where directive_id = any(${[...directiveIds]}::bigint[]) and state not in ('withdrawn', 'passed')
     group by 1, 2`.execute(db)
  return rows
}

export type OpenOccurrence = {
  id: number
  directiveId: number
  unitId: number
  unitCode: string
  unitName: string
  task: string
  product: 'document' | 'figure' | 'report' | 'event'
  dueOn: Day | null
}

/** Occurrences without an answer that stands: open or returned. Those due first first, then by unit. */
export async function listUnanswered(
  db: Db,
  directiveIds: readonly number[],
  most: number,
): Promise<OpenOccurrence[]> {
  if (directiveIds.length === 0) return []
  const { rows } = await sql<OpenOccurrence>`
    select o.id, o.directive_id as "directiveId", o.unit_id as "unitId", o.unit_code as "unitCode",
           o.unit_name as "unitName", u.task, u.product, o.due_on as "dueOn"
      from duty_occurrences o join duties u on u.id = o.duty_id
     where o.directive_id = any(${[...directiveIds]}::bigint[]) and o.state in ('open', 'returned')
     order by o.due_on nulls last, o.unit_code, o.id limit ${most}`.execute(db)
  return rows
}
