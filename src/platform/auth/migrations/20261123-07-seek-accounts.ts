import { type Kysely, sql } from 'kysely'

// What an account is found by: its name and the person's, in small letters without marks.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table accounts add column sought text not null default ''`.execute(db)
  await sql`update accounts set sought = lower(username)`.execute(db)
}
