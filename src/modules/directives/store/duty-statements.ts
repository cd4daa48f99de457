import { sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'
import type { StepDays } from '../schema.ts'
import type { Doing } from './duties.ts'

/** What an office states of an occurrence; it takes the place of what was stated before. */
export type Statement = { occurrenceId: number; days: StepDays }

/** @param source the file's name and fingerprint; '' when stated by hand */
export async function writeStatements(
  tx: Tx,
  statements: readonly Statement[],
  source: string,
  { by, onBehalfOf, at }: Doing,
): Promise<void> {
  if (statements.length === 0) return
  const days = (step: keyof StepDays) => sql`${statements.map((s) => s.days[step])}::date[]`
  await sql`
    insert into duty_statements (occurrence_id, received_on, studied_on, planned_on, reported_on, done_on, source,
                                 stated_by, stated_for, stated_at)
    select s.id, s.received, s.studied, s.planned, s.reported, s.done, ${source}, ${by}, ${onBehalfOf ?? null}, ${at}
      from unnest(${statements.map((s) => s.occurrenceId)}::bigint[], ${days('received')}, ${days('studied')},
                  ${days('planned')}, ${days('reported')}, ${days('done')})
             as s (id, received, studied, planned, reported, done)
    on conflict (occurrence_id) do update
       set received_on = excluded.received_on, studied_on = excluded.studied_on, planned_on = excluded.planned_on,
           reported_on = excluded.reported_on, done_on = excluded.done_on, source = excluded.source,
           stated_by = excluded.stated_by, stated_for = excluded.stated_for, stated_at = excluded.stated_at`.execute(
    tx,
  )
}
