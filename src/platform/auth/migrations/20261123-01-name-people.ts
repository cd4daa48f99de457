import { type Kysely, sql } from 'kysely'

// What a person is called, beside the name they sign in with; null: only that.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table accounts add column display_name text`.execute(db)
}
