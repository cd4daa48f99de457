import { type Kysely, sql } from 'kysely'

// What directives ask of units. A duty is one; each unit has one occurrence of it, or several when it repeats. The days
// of the steps on an occurrence are kept by the records behind them (sessions, plans, answers, statements).
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table duties (
      id           bigint generated always as identity primary key,
      directive_id bigint not null constraint duties_directive_id_fkey references directives,
      task         text not null, -- what is asked, in words
      product      text not null constraint duties_product_check check (product in ('document', 'figure', 'report', 'event')),
      indicator    text, -- code of the indicator that it serves
      programme    text, -- slug of the programme that it serves
      repeats      text constraint duties_repeats_check check (repeats in ('month', 'quarter', 'half', 'year')), -- null: once
      first_due_on date,
      last_due_on  date,
      addressed    jsonb not null, -- how its units were chosen: { "by": "list" | "below" | "level" | "kind", … }
      decider_id   int not null constraint duties_decider_id_fkey references units, -- whose office accepts or returns
      created_by   text not null,
      created_at   timestamptz(3) not null,
      withdrawn_at timestamptz(3),
      withdrawn_because text
    )`.execute(db)
  await sql`create index duties_directive_id_idx on duties (directive_id)`.execute(db)
  await sql`create index duties_decider_id_idx on duties (decider_id)`.execute(db)
  await sql`
    create table duty_occurrences (
      id           bigint generated always as identity primary key,
      duty_id      bigint not null constraint duty_occurrences_duty_id_fkey references duties,
      directive_id bigint not null constraint duty_occurrences_directive_id_fkey references directives,
      unit_id      int not null constraint duty_occurrences_unit_id_fkey references units,
      unit_code    text not null, -- code and name on the day it was issued; never changed by a later reform
      unit_name    text not null,
      ordinal      int not null default 1, -- 1, 2, 3… of a duty that repeats
      asked_due_on date, -- as first issued; null: no day
      due_on       date, -- with extensions
      received_on  date,
      studied_on   date,
      planned_on   date,
      reported_on  date, -- when an answer was first sent
      done_on      date, -- when the answer was sent that was accepted
      state        text not null default 'open' constraint duty_occurrences_state_check
                   check (state in ('open', 'answered', 'returned', 'accepted', 'passed', 'withdrawn')),
      passed_to_id bigint constraint duty_occurrences_passed_to_id_fkey references duty_occurrences,
      passed_by_id bigint constraint duty_occurrences_passed_by_id_fkey references directives, -- the decision
      changed_at   timestamptz(3) not null,
      constraint duty_occurrences_duty_id_unit_id_ordinal_key unique (duty_id, unit_id, ordinal)
    )`.execute(db)
  await sql`create index duty_occurrences_directive_id_idx on duty_occurrences (directive_id, unit_id)`.execute(
    db,
  )
  await sql`create index duty_occurrences_unit_id_idx on duty_occurrences (unit_id, due_on)`.execute(db)
  await sql`create index duty_occurrences_open_idx on duty_occurrences (due_on, unit_id)
             where state in ('open', 'answered', 'returned')`.execute(db)
  await sql`create index duty_occurrences_passed_to_id_idx on duty_occurrences (passed_to_id)
             where passed_to_id is not null`.execute(db)
  await sql`create index duty_occurrences_passed_by_id_idx on duty_occurrences (passed_by_id)
             where passed_by_id is not null`.execute(db)
  // What an office stated about the steps, by a file or by hand, where no record of the program stands behind a day
  await sql`
    create table duty_statements (
      occurrence_id bigint primary key constraint duty_statements_occurrence_id_fkey references duty_occurrences,
      received_on   date,
      studied_on    date,
      planned_on    date,
      reported_on   date,
      done_on       date,
      source        text not null, -- the file's name and fingerprint, or ''
      stated_by     text not null,
      stated_at     timestamptz(3) not null
    )`.execute(db)
  await sql`
    create table duty_answers (
      id            bigint generated always as identity primary key,
      occurrence_id bigint not null constraint duty_answers_occurrence_id_fkey references duty_occurrences,
      version       int not null,
      kind          text not null constraint duty_answers_kind_check
                    check (kind in ('document', 'plan', 'report', 'session', 'figure', 'event')),
      ref           jsonb not null, -- what is linked: { "directive" } | { "plan" } | { "session" } | { "form", "period" } | …
      files         jsonb not null default '[]', -- ids of evidence
      note          text not null default '',
      sent_by       text not null,
      sent_for      text, -- whom the sender acted for
      sent_at       timestamptz(3) not null,
      decision      text constraint duty_answers_decision_check check (decision in ('accepted', 'returned')),
      reason        text,
      decided_by    text,
      decided_for   text,
      decided_at    timestamptz(3),
      constraint duty_answers_occurrence_id_version_key unique (occurrence_id, version),
      constraint duty_answers_decision_reason_check check (decision <> 'returned' or reason is not null)
    )`.execute(db)
  await sql`
    create table duty_extensions (
      id            bigint generated always as identity primary key,
      occurrence_id bigint not null constraint duty_extensions_occurrence_id_fkey references duty_occurrences,
      from_day      date,
      to_day        date not null,
      reason        text not null,
      made_by       text not null,
      made_for      text,
      made_at       timestamptz(3) not null
    )`.execute(db)
  await sql`create index duty_extensions_occurrence_id_idx on duty_extensions (occurrence_id)`.execute(db)
}
