import { type Kysely, sql } from 'kysely'

// People are told of steps of rounds, gradings and appeals: the third thing that a notice may be about.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table notices
      add step text, -- of a round, a grading or an appeal; null: about a report or a duty
      add judged_id int, -- the round, grading or appeal, by the step
      add judged_name text, -- as it was called when people were told
      add keeper_code text`.execute(db)
  await sql`alter table notices drop constraint notices_about_check`.execute(db)
  await sql`alter table notices add constraint notices_about_check
    check (case when step is not null then judged_id is not null and judged_name is not null and keeper_code is not null
                                       and period is not null and form is null and duty_id is null and occurrence_id is null
                when duty_id is not null then form is null and period is null
                else occurrence_id is null and form is not null and period is not null end)`.execute(db)
}
