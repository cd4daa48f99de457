import { type Kysely, sql } from 'kysely'

// What an auditor looks for: what one person did, what was done at one unit.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_entries_actor_idx on audit_entries (actor, seq)`.execute(db)
  await sql`create index audit_entries_unit_id_idx on audit_entries (unit_id, seq)`.execute(db)
}
