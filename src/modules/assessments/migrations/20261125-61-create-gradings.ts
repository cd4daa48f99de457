import { type Kysely, sql } from 'kysely'

// Gradings of organisations and people. What is said at a step is a fact that stays when it is said again; the newest of
// its kind is current. A person's name stands at the subject, so that erasing them is one change in one row.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table grade_rules (
      id         int generated always as identity primary key,
      code       text not null,
      version    int not null,
      name       text not null,
      subjects   text not null constraint grade_rules_subjects_check check (subjects in ('units', 'people')),
      valid_from date not null, -- the periods that end on these days
      valid_to   date not null default 'infinity',
      basis      text not null,
      definition text not null, -- JSON, numbers as text
      sha256     text not null, -- of the definition
      created_by text not null,
      created_at timestamptz(3) not null,
      constraint grade_rules_code_version_key unique (code, version)
    )`.execute(db)
  await sql`
    create table gradings (
      id          int generated always as identity primary key,
      rules_id    int not null constraint gradings_rules_id_fkey references grade_rules,
      subjects    text not null constraint gradings_subjects_check check (subjects in ('units', 'people')),
      period      text not null,
      name        text not null,
      keeper_id   int not null constraint gradings_keeper_id_fkey references units,
      keeper_code text not null,
      keeper_name text not null,
      state       text not null default 'open' constraint gradings_state_check check (state in ('open', 'closed')),
      self_due    date,
      comment_due date,
      propose_due date,
      decide_on   date,
      appeal_days int not null constraint gradings_appeal_days_check check (appeal_days between 0 and 90),
      revision    int not null default 1,
      opened_by   text not null,
      opened_at   timestamptz(3) not null,
      constraint gradings_keeper_id_period_name_key unique (keeper_id, period, name)
    )`.execute(db)
  await sql`create index gradings_rules_id_idx on gradings (rules_id)`.execute(db)
  await sql`
    create table grading_subjects (
      id            int generated always as identity primary key,
      grading_id    int not null constraint grading_subjects_grading_id_fkey references gradings,
      unit_id       int not null constraint grading_subjects_unit_id_fkey references units, -- graded, or of the post
      unit_code     text not null, -- on the period's last day
      unit_name     text not null,
      person_id     int constraint grading_subjects_person_id_fkey references people, -- null: a unit, or erased
      code          text not null,
      name          text not null,
      title         text not null, -- of the post, or the kind of unit
      subject_group text not null,
      is_head       boolean not null,
      came_from_id  int constraint grading_subjects_came_from_id_fkey references units,
      served_months int, -- of the period, in posts; null: a unit
      erased_at     timestamptz(3),
      revision      int not null default 1,
      constraint grading_subjects_grading_id_person_id_key unique (grading_id, person_id)
    )`.execute(db)
  await sql`create unique index grading_subjects_units_key on grading_subjects (grading_id, unit_id)
             where person_id is null and erased_at is null`.execute(db)
  await sql`create index grading_subjects_unit_id_idx on grading_subjects (unit_id)`.execute(db)
  await sql`create index grading_subjects_person_id_idx on grading_subjects (person_id)
             where person_id is not null`.execute(db)
  await sql`create index grading_subjects_came_from_id_idx on grading_subjects (came_from_id)
             where came_from_id is not null`.execute(db)
  await sql`
    create table grade_facts (
      id         bigint generated always as identity primary key,
      subject_id int not null constraint grade_facts_subject_id_fkey references grading_subjects,
      step       text not null constraint grade_facts_step_check
                 check (step in ('self', 'opinion', 'comment', 'proposal', 'decision', 'notice')),
      grade      text constraint grade_facts_grade_check
                 check (grade in ('HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'exempt')),
      exemption  text, -- code of the rules
      text       text not null,
      body       text not null, -- who commented
      ballot     jsonb, -- counts
      number     text not null, -- of the decision or notice
      on_day     date,
      is_current boolean not null default true,
      said_by    text not null,
      said_by_id int,
      said_for   text,
      said_at    timestamptz(3) not null
    )`.execute(db)
  await sql`create unique index grade_facts_current_key on grade_facts (subject_id, step, body)
             where is_current`.execute(db)
  await sql`create index grade_facts_subject_id_idx on grade_facts (subject_id, id)`.execute(db)
  await sql`
    create table grade_scores (
      id         bigint generated always as identity primary key,
      subject_id int not null constraint grade_scores_subject_id_fkey references grading_subjects,
      side       text not null constraint grade_scores_side_check check (side in ('self', 'proposal')),
      part       text not null, -- month or quarter; '': the whole; '*': conditions and gates
      said       jsonb not null,
      is_current boolean not null default true,
      said_by    text not null,
      said_at    timestamptz(3) not null
    )`.execute(db)
  await sql`create unique index grade_scores_current_key on grade_scores (subject_id, side, part)
             where is_current`.execute(db)
  await sql`create index grade_scores_subject_id_idx on grade_scores (subject_id)`.execute(db)
  await sql`
    create table grade_commitments (
      id           int generated always as identity primary key,
      subject_id   int not null constraint grade_commitments_subject_id_fkey references grading_subjects,
      text         text not null,
      measure      text not null,
      made_by      text not null,
      made_at      timestamptz(3) not null,
      outcome      text constraint grade_commitments_outcome_check check (outcome in ('done', 'partly', 'not')),
      result       text not null default '',
      reported_by  text,
      reported_at  timestamptz(3),
      withdrawn_at timestamptz(3)
    )`.execute(db)
  await sql`create index grade_commitments_subject_id_idx on grade_commitments (subject_id)`.execute(db)
  await sql`
    create table grade_exceptions (
      id           int generated always as identity primary key,
      grading_id   int not null constraint grade_exceptions_grading_id_fkey references gradings,
      group_key    text not null,
      level        text not null,
      percent      text not null,
      approver     text not null,
      number       text not null,
      on_day       date not null,
      reason       text not null,
      added_by     text not null,
      added_at     timestamptz(3) not null,
      withdrawn_at timestamptz(3)
    )`.execute(db)
  await sql`create unique index grade_exceptions_grading_id_key on grade_exceptions (grading_id, group_key, level)
             where withdrawn_at is null`.execute(db)
}
