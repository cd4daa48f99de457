import { type Kysely, sql } from 'kysely'

// What an auditor looks for: what one person did, what was done at one unit.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_entries_actor_idx on audit_entries (actor, seq)`.execute(db)
  await sql`
    create index audit_entries_acting_for_idx on audit_entries (acting_for, seq) where acting_for is not null`.execute(
    db,
  )
  await sql`create index audit_entries_unit_id_idx on audit_entries (unit_id, seq)`.execute(db)
  // Looked for by how it begins, in whatever order the server sorts words
  await sql`drop index audit_entries_subject_idx`.execute(db)
  await sql`create index audit_entries_subject_idx on audit_entries (subject text_pattern_ops)`.execute(db)
}
