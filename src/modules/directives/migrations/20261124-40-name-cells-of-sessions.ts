import { type Kysely, sql } from 'kysely'

// A session may be that of a part of a unit: a Party cell, an association's branch. The same one is recorded once, so
// that a sheet pasted twice does not count twice.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table study_sessions add column cell text not null default ''`.execute(db)
  await sql`alter table study_sessions add column revision int not null default 1`.execute(db)
  await sql`alter table study_sessions add column withdrawn_by text`.execute(db)
  await sql`
    create unique index study_sessions_directive_id_unit_id_held_on_cell_key
        on study_sessions (directive_id, unit_id, held_on, cell) where withdrawn_at is null`.execute(db)
  await sql`create index study_sessions_held_on_idx on study_sessions (held_on desc, id desc)`.execute(db)
}
