import { type Kysely, sql } from 'kysely'

// Schemes with their versions, what was said of each criterion at each stage, and what came of it. Nothing is
// overwritten: a new version, a new score, a new assessment stands beside the old one.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table schemes (
      id         int generated always as identity primary key,
      code       text not null,
      version    int not null,
      name       text not null,
      subjects   text not null constraint schemes_subjects_check check (subjects in ('units', 'people')),
      valid_from date not null, -- the periods that end on these days
      valid_to   date not null default 'infinity',
      basis      text not null,
      definition text not null, -- JSON, with every number as the text that was written
      sha256     text not null, -- of the definition
      created_by text not null,
      created_at timestamptz(3) not null,
      constraint schemes_code_version_key unique (code, version)
    )`.execute(db)
  await sql`
    create table scores (
      id         bigint generated always as identity primary key,
      scheme     text not null, -- code: what was said holds for whichever version is in force
      period     text not null,
      unit_id    int not null constraint scores_unit_id_fkey references units,
      criterion  text not null, -- '*': bonus and penalty
      stage      text not null constraint scores_stage_check
                 check (stage in ('self', 'verified', 'explained', 're-verified', 'final')),
      input      text not null, -- JSON, numbers as text
      reason     text not null,
      is_current boolean not null default true, -- false: said again since
      said_by    text not null,
      said_at    timestamptz(3) not null
    )`.execute(db)
  await sql`create unique index scores_current_key on scores (scheme, period, unit_id, criterion, stage)
             where is_current`.execute(db)
  await sql`create index scores_unit_id_idx on scores (unit_id)`.execute(db)
  await sql`
    create table assessments (
      id          bigint generated always as identity primary key,
      scheme_id   int not null constraint assessments_scheme_id_fkey references schemes,
      period      text not null,
      group_name  text not null, -- '': every unit that was scored
      scored_to   bigint not null, -- the last score that was read: its inputs can be read again as they were
      result      text not null, -- JSON, byte for byte
      sha256      text not null, -- of the result
      assessed_by text not null,
      assessed_at timestamptz(3) not null
    )`.execute(db)
  await sql`create index assessments_scheme_id_idx on assessments (scheme_id, period, group_name, id desc)`.execute(
    db,
  )
}
