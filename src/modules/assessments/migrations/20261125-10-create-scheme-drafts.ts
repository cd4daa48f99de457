import { type Kysely, sql } from 'kysely'

// Schemes that are being written. One for each code: two people who change a scheme see each other's work.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table scheme_drafts (
      id         int generated always as identity primary key,
      code       text not null,
      name       text not null,
      subjects   text not null constraint scheme_drafts_subjects_check check (subjects in ('units', 'people')),
      base       int, -- version it was made from; null: a new scheme
      definition text not null, -- JSON, numbers as text
      revision   int not null default 1,
      started_by text not null,
      started_at timestamptz(3) not null,
      changed_by text not null,
      changed_at timestamptz(3) not null,
      constraint scheme_drafts_code_key unique (code)
    )`.execute(db)
}
