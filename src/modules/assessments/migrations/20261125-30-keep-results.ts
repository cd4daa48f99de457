import { type Kysely, sql } from 'kysely'

// What was published of a round: the kept assessment, by which decision, and each subject's part of it, so that a list
// or a unit's page need not read the whole. An appeal that is upheld makes a further result; the one before stays.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table results (
      id            int generated always as identity primary key,
      round_id      int not null constraint results_round_id_fkey references rounds,
      ordinal       int not null, -- 1: as published first
      kind          text not null constraint results_kind_check check (kind in ('published', 'appeal')),
      assessment_id bigint not null constraint results_assessment_id_fkey references assessments,
      version       int not null, -- of the scheme
      decision      text not null, -- its number, or what it was called
      decided_on    date not null,
      reason        text not null, -- why there is another one; '' for the first
      published_by  text not null,
      published_for text, -- whom they acted for
      published_at  timestamptz(3) not null,
      constraint results_round_id_ordinal_key unique (round_id, ordinal)
    )`.execute(db)
  await sql`create index results_assessment_id_idx on results (assessment_id)`.execute(db)
  await sql`
    create table result_units (
      result_id     int not null constraint result_units_result_id_fkey references results,
      unit_id       int not null constraint result_units_unit_id_fkey references units,
      unit_code     text not null, -- on the period's last day
      unit_name     text not null,
      points        text not null, -- exact decimals, 10 places at most
      max           text not null,
      index_percent text, -- null: not everything was assessed; then neither rank nor class
      rank          int,
      class         text,
      complete      boolean not null,
      adjusted      text not null,
      areas         jsonb not null, -- [{code, points, max}]
      criteria      jsonb not null, -- [{code, points, max, stage, why}]
      constraint result_units_pkey primary key (result_id, unit_id)
    )`.execute(db)
  await sql`create index result_units_unit_id_idx on result_units (unit_id, result_id)`.execute(db)
  await sql`create index result_units_rank_idx on result_units (result_id, (coalesce(rank, 2147483647)), unit_code)`.execute(
    db,
  )
}
