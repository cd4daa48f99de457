import { type Kysely, sql } from 'kysely'

// By when an occurrence is due and who has it now, for records that hang on one and stay when it passes to a successor.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view duty_days as
    select id as occurrence_id, unit_id, unit_code, unit_name, due_on, done_on, state, passed_to_id
      from duty_occurrences`.execute(db)
}
