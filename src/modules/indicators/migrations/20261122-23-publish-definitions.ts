import { type Kysely, sql } from 'kysely'

// What other modules may join with in their own SQL: codes of indicators and periods.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create view indicator_codes as select id, code from indicators`.execute(db)
  await sql`create view period_codes as select id, code, starts_on, ends_on from periods`.execute(db)
}
