import { type Kysely, sql } from 'kysely'

// What waits for somebody to decide or to correct, the longest first: few among half a million.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index duty_occurrences_answered_idx on duty_occurrences (changed_at, id)
             where state = 'answered'`.execute(db)
  await sql`create index duty_occurrences_returned_idx on duty_occurrences (changed_at, id)
             where state = 'returned'`.execute(db)
}
