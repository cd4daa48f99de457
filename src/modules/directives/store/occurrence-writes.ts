import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Doing } from './duties.ts'

export type MadeOccurrence = {
  id: number
  unitId: number
  unitCode: string
  ordinal: number
  dueOn: Day | null
}
export type Named = { id: number; code: string; name: string }

/** One occurrence for each unit and due day, in one statement. @param dues `[null]`: one without a day */
export async function insertOccurrences(
  tx: Tx,
  duty: { id: number; directiveId: number },
  units: readonly Named[],
  dues: readonly (Day | null)[],
  { at }: Doing,
): Promise<MadeOccurrence[]> {
  const { rows } = await sql<MadeOccurrence>`
    insert into duty_occurrences (duty_id, directive_id, unit_id, unit_code, unit_name, ordinal, asked_due_on, due_on,
                                  changed_at)
    select ${duty.id}, ${duty.directiveId}, u.id, u.code, u.name, d.ordinal, d.due_on, d.due_on, ${at}::timestamptz
      from unnest(${units.map(({ id }) => id)}::int[], ${units.map(({ code }) => code)}::text[],
                  ${units.map(({ name }) => name)}::text[]) with ordinality as u (id, code, name, place)
     cross join unnest(${[...dues]}::date[]) with ordinality as d (due_on, ordinal)
     order by u.place, d.ordinal
    returning id, unit_id as "unitId", unit_code as "unitCode", ordinal, due_on as "dueOn"`.execute(tx)
  return rows
}

/** Withdraws what is not accepted yet and says what it was. @param unitIds null: of all units */
export async function markOccurrencesWithdrawn(
  tx: Tx,
  which: { dutyId: number; unitCodes: readonly string[] | null } | { id: number },
  because: string,
  { by, at }: Doing,
): Promise<{ id: number; unitId: number }[]> {
  const filter =
    'id' in which
      ? sql`id = ${which.id}`
      : sql`duty_id = ${which.dutyId}
            ${which.unitCodes === null ? sql`` : sql`and unit_code = any(${[...which.unitCodes]}::text[])`}`
  const { rows } = await sql<{ id: number; unitId: number }>`
    update duty_occurrences
       set state = 'withdrawn', withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_because = ${because},
           changed_at = ${at}, revision = revision + 1
     where ${filter} and state in ('open', 'answered', 'returned')
    returning id, unit_id as "unitId"`.execute(tx)
  return rows
}
