import { type Kysely, sql } from 'kysely'

// How far units are is read off this index alone, a directive at a time or all of them in their order.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index duty_occurrences_coverage_idx
        on duty_occurrences (directive_id, unit_id)
           include (due_on, received_on, studied_on, planned_on, reported_on, done_on)
     where state not in ('passed', 'withdrawn')`.execute(db)
}
