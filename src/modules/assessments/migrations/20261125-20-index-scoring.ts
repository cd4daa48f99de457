import { type Kysely, sql } from 'kysely'

// Who claimed where, for keeping claims and verification apart; subjects of a round by code, as lists and queues ask.
// Two keepers may each hold a round of one scheme and period for the same kind of unit below them.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table rounds drop constraint rounds_scheme_period_group_name_key`.execute(db)
  await sql`alter table rounds add constraint rounds_scheme_period_keeper_id_group_name_key
             unique (scheme, period, keeper_id, group_name)`.execute(db)
  await sql`create index round_subjects_code_idx on round_subjects (round_id, unit_code)`.execute(db)
  await sql`create index scores_said_by_id_idx on scores (said_by_id, scheme, period)
             where said_by_id is not null and stage in ('self', 'explained')`.execute(db)
  await sql`create index scores_said_for_idx on scores (said_for, scheme, period)
             where said_for is not null and stage in ('self', 'explained')`.execute(db)
}
