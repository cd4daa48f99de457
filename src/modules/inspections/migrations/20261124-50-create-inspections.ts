import { type Kysely, sql } from 'kysely'

// Inspections: who is visited when, what was found there, by which duty it is to be mended, and whether it was.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inspections (
      id            bigint generated always as identity primary key,
      directive_id  bigint not null constraint inspections_directive_id_fkey references directives, -- which orders it
      owner_id      int not null constraint inspections_owner_id_fkey references units, -- whose inspection it is
      owner_code    text not null, -- on the day it was planned; never changed by a later reform
      owner_name    text not null,
      name          text not null,
      purpose       text not null,
      starts_on     date not null,
      ends_on       date not null,
      revision      int not null default 1,
      planned_by    text not null,
      planned_for   text, -- whom they acted for
      planned_at    timestamptz(3) not null,
      conclusion    text, -- null: not closed
      closed_by     text,
      closed_for    text,
      closed_at     timestamptz(3),
      constraint inspections_ends_on_check check (starts_on <= ends_on),
      constraint inspections_closed_at_check check ((closed_at is null) = (conclusion is null))
    )`.execute(db)
  await sql`create index inspections_directive_id_idx on inspections (directive_id)`.execute(db)
  await sql`create index inspections_owner_id_idx on inspections (owner_id)`.execute(db)
  await sql`create index inspections_starts_on_idx on inspections (starts_on desc, id desc)`.execute(db)
  await sql`
    create table inspection_visits (
      id            bigint generated always as identity primary key,
      inspection_id bigint not null constraint inspection_visits_inspection_id_fkey references inspections,
      unit_id       int not null constraint inspection_visits_unit_id_fkey references units,
      unit_code     text not null, -- on its day; never changed by a later reform
      unit_name     text not null,
      programme     text constraint inspection_visits_programme_fkey references programmes (slug),
      site          text not null, -- the project or place within the unit; '' the unit itself
      planned_on    date not null,
      inspectors    jsonb not null, -- names of those who are to go
      cancelled_because text, -- null: it is to take place, or did
      visited_on    date, -- null: not recorded yet
      place         text not null default '',
      latitude      numeric(8, 6), -- degrees, as the device said
      longitude     numeric(9, 6),
      accuracy_m    numeric, -- metres around
      team          jsonb not null default '[]', -- names of those who went
      met           jsonb not null default '[]', -- whom they met there
      summary       text not null default '',
      files         jsonb not null default '[]', -- ids of evidence
      revision      int not null default 1,
      recorded_by   text,
      recorded_for  text,
      recorded_at   timestamptz(3),
      constraint inspection_visits_recorded_at_check check ((visited_on is null) = (recorded_at is null)),
      constraint inspection_visits_cancelled_check check (visited_on is null or cancelled_because is null)
    )`.execute(db)
  await sql`create index inspection_visits_inspection_id_idx on inspection_visits (inspection_id)`.execute(db)
  await sql`create index inspection_visits_unit_id_idx on inspection_visits (unit_id)`.execute(db)
  await sql`create index inspection_visits_programme_idx on inspection_visits (programme)`.execute(db)
  await sql`create index inspection_visits_day_idx on inspection_visits ((coalesce(visited_on, planned_on)) desc, id desc)`.execute(
    db,
  )
  await sql`
    create table inspection_findings (
      id       bigint generated always as identity primary key,
      visit_id bigint not null constraint inspection_findings_visit_id_fkey references inspection_visits,
      key      text not null, -- a UUID, made up where it was written, maybe without a network
      position int not null,
      kind     text not null constraint inspection_findings_kind_check check (kind in
               ('organising', 'progress', 'figures', 'money', 'quality', 'records', 'conduct', 'other')),
      severity text not null constraint inspection_findings_severity_check
               check (severity in ('remark', 'fault', 'serious')),
      text     text not null,
      asked    text not null, -- what the unit should do about it
      files    jsonb not null default '[]',
      constraint inspection_findings_visit_id_key_key unique (visit_id, key)
    )`.execute(db)
  await sql`
    create table finding_duties (
      occurrence_id bigint primary key constraint finding_duties_occurrence_id_fkey references duty_occurrences,
      finding_id    bigint not null constraint finding_duties_finding_id_fkey references inspection_findings,
      made_by       text not null,
      made_for      text,
      made_at       timestamptz(3) not null
    )`.execute(db)
  await sql`create index finding_duties_finding_id_idx on finding_duties (finding_id, occurrence_id desc)`.execute(
    db,
  )
  await sql`
    create table finding_rechecks (
      id          bigint generated always as identity primary key,
      finding_id  bigint not null constraint finding_rechecks_finding_id_fkey references inspection_findings,
      checked_on  date not null,
      result      text not null constraint finding_rechecks_result_check
                  check (result in ('fixed', 'partly', 'not-fixed', 'dropped')),
      note        text not null,
      files       jsonb not null default '[]',
      checked_by  text not null,
      checked_for text,
      checked_at  timestamptz(3) not null
    )`.execute(db)
  await sql`create index finding_rechecks_finding_id_idx on finding_rechecks (finding_id, id desc)`.execute(
    db,
  )
}
