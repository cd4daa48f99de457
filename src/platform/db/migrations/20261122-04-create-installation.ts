import { type Kysely, sql } from 'kysely'

// What is true of the whole database, in exactly one row: today only that it holds the demo's invented numbers,
// which every page and every output must say.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installation (
      id   int primary key default 1 constraint installation_id_check check (id = 1),
      demo boolean not null default false
    )`.execute(db)
  await sql`insert into installation default values`.execute(db)
}
