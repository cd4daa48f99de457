import { type Kysely, sql } from 'kysely'

// What each person is told, once for each thing, and how they want to be told. The cursor says how far the audit log
// has been read for news.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notices (
      id         bigint generated always as identity primary key,
      account_id int not null constraint notices_account_id_fkey references accounts on delete cascade,
      kind       text not null constraint notices_kind_check
                 check (kind in ('returned', 'overdue', 'due', 'assigned', 'check', 'approved')),
      thing      text not null, -- 'form/period/unit#version', or 'form/period@due day' for several units
      form       text not null, -- its code
      period     text not null,
      unit_id    int constraint notices_unit_id_fkey references units, -- null: several
      units      int not null default 1,
      version    int,
      by_name    text, -- account name of whoever did it; null when a day did
      reason     text,
      due_on     date,
      at         timestamptz(3) not null, -- when it happened
      read_at    timestamptz(3),
      mail       text not null constraint notices_mail_check check (mail in ('none', 'digest', 'now', 'done')),
      constraint notices_account_id_kind_thing_key unique (account_id, kind, thing)
    )`.execute(db)
  await sql`create index notices_account_id_id_idx on notices (account_id, id)`.execute(db)
  await sql`create index notices_unread_idx on notices (account_id) where read_at is null`.execute(db)
  await sql`create index notices_mail_idx on notices (mail, account_id) where mail in ('digest', 'now')`.execute(
    db,
  )
  await sql`create index notices_unit_id_idx on notices (unit_id)`.execute(db)
  await sql`
    create table notice_settings (
      account_id     int primary key constraint notice_settings_account_id_fkey references accounts on delete cascade,
      lang           text not null default 'vi' constraint notice_settings_lang_check check (lang in ('vi', 'en')),
      ways           jsonb not null default '{}', -- only what was chosen: { "returned": "digest" }
      mailed_at      timestamptz(3), -- the last mail that went at once
      last_digest_on date
    )`.execute(db)
  await sql`create table notice_cursor (seq bigint not null)`.execute(db)
  await sql`insert into notice_cursor values (0)`.execute(db)
}
