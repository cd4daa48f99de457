import { type Kysely, sql } from 'kysely'

// Where a person's mail goes; null: nowhere.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table accounts add column if not exists email text`.execute(db)
}
