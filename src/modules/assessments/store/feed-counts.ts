// What the records of directives say of units in a period: through the views that their module publishes.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

export type Span = { startsOn: Day; endsOn: Day }
/** A record that was looked at, and whether it counts. */
export type Looked = { unitId: number; kind: string; id: string; label: string; counts: boolean }

const asked = (unitIds: readonly number[], { startsOn, endsOn }: Span) => sql`
  s.unit_id = any(${[...unitIds]}::int[]) and s.due_on between ${startsOn}::date and ${endsOn}::date
  and s.state not in ('passed', 'withdrawn')`

/** Duties that were due in the period. @param onTime counts only what was done by its day */
export async function lookAtDuties(
  db: Db,
  unitIds: readonly number[],
  span: Span,
  { onTime }: { onTime: boolean },
): Promise<Looked[]> {
  const { rows } = await sql<Looked>`
    select s.unit_id as "unitId", 'duty' as kind, s.occurrence_id::text as id, s.number || ' · ' || s.task as label,
           s.state = 'accepted' and (not ${onTime}::boolean or s.done_on <= s.due_on) as counts
      from duty_states s where ${asked(unitIds, span)}
     order by s.unit_id, s.occurrence_id`.execute(db)
  return rows.map((row) => ({ ...row, counts: row.counts === true }))
}

/** Directives with duties that were due in the period; one counts when the unit has answered all of these. */
export async function lookAtDirectives(db: Db, unitIds: readonly number[], span: Span): Promise<Looked[]> {
  const { rows } = await sql<Looked>`
    select s.unit_id as "unitId", 'directive' as kind, s.directive_id::text as id, min(s.number) as label,
           bool_and(s.state in ('answered', 'accepted')) as counts
      from duty_states s where ${asked(unitIds, span)}
     group by s.unit_id, s.directive_id order by s.unit_id, s.directive_id`.execute(db)
  return rows
}
