import { type Kysely, sql } from 'kysely'

// Who changed a draft last, and when: two people may work on one, and each is told of the other.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table report_versions
      add column saved_by text, -- null: saved once, by whoever created it
      add column saved_at timestamptz(3),
      add constraint report_versions_saved_check check ((saved_by is null) = (saved_at is null))`.execute(db)
}
