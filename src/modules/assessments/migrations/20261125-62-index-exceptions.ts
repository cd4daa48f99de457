import { type Kysely, sql } from 'kysely'

// Exceptions of a grading, the withdrawn ones too.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index grade_exceptions_grading_id_idx on grade_exceptions (grading_id)`.execute(db)
}
