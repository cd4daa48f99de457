import { type Kysely, sql } from 'kysely'

// A target may be withdrawn: it stays, with all its revisions, and is missing. A revision says how it was judged.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table targets alter column value drop not null`.execute(db)
  await sql`alter table target_revisions alter column value drop not null`.execute(db)
  await sql`alter table target_revisions add column kind text
    constraint target_revisions_kind_check
    check (kind in ('cumulative', 'point-in-time', 'lower-is-better'))`.execute(db)
}
