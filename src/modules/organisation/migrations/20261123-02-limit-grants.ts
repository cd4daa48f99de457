import { type Kysely, sql } from 'kysely'

// A grant has a name by which it can be ended, may be limited to a field of work, and never ends before it begins.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table grants add column id int generated always as identity primary key`.execute(db)
  await sql`alter table grants add column field text`.execute(db)
  await sql`
    alter table grants add constraint grants_valid_to_check check (valid_from <= valid_to)`.execute(db)
}
