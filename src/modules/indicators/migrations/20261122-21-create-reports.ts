import { type Kysely, sql } from 'kysely'

// A report is one unit's answer to one form for one period; each submission is a version that is never overwritten.
// indicator_values is the projection of the versions in force: `approved` of the last approved version, `submitted`
// of the last one submitted or approved. It has no foreign keys, for speed; `songma verify` proves it.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reports (
      id                bigint generated always as identity primary key,
      form_id           int not null constraint reports_form_id_fkey references forms,
      unit_id           int not null constraint reports_unit_id_fkey references units,
      period_id         int not null constraint reports_period_id_fkey references periods,
      latest_version    int not null default 0,
      submitted_version int, -- in force for state=submitted
      approved_version  int, -- in force for state=approved
      revision          int not null default 0, -- changes with every save; the ETag
      locked_at         timestamptz(3),
      constraint reports_form_unit_period_key unique (form_id, unit_id, period_id)
    )`.execute(db)
  await sql`create index reports_unit_id_idx on reports (unit_id)`.execute(db)
  await sql`create index reports_period_id_idx on reports (period_id)`.execute(db)
  await sql`
    create table report_versions (
      report_id     bigint not null constraint report_versions_report_id_fkey references reports,
      version       int not null,
      state         text not null constraint report_versions_state_check
                    check (state in ('draft', 'submitted', 'returned', 'approved')),
      quality       smallint not null default 2, -- 0 estimate, 1 preliminary, 2 official
      cells         jsonb not null, -- { "indicator id" or "indicator id:breakdown id": "12.5" or null }
      comments      jsonb,          -- by the same keys
      created_by    text not null,
      created_at    timestamptz(3) not null,
      submitted_by  text,
      submitted_at  timestamptz(3),
      decided_by    text,
      decided_at    timestamptz(3),
      reason        text,           -- why it was returned
      returned_cells jsonb,         -- keys of single cells that were returned
      import_id     bigint,
      constraint report_versions_pkey primary key (report_id, version)
    )`.execute(db)
  await sql`
    create table indicator_values (
      indicator_id      int not null,
      period_id         int not null,
      unit_id           int not null,
      breakdown_id      int not null,
      approved          numeric,
      submitted         numeric,
      approved_quality  smallint,
      submitted_quality smallint,
      report_id         bigint, -- null: a source value, computed from another module's records
      constraint indicator_values_pkey primary key (indicator_id, period_id, unit_id, breakdown_id)
    )`.execute(db)
  await sql`
    create table imports (
      id        bigint generated always as identity primary key,
      format    text not null,
      file_name text not null,
      sha256    text not null,
      rows      int not null,
      actor     text not null,
      at        timestamptz(3) not null
    )`.execute(db)
}
