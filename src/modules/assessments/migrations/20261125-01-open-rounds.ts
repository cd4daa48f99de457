import { type Kysely, sql } from 'kysely'

// A round is one comparison group scored by one scheme for one period. Who takes part is written down with the name
// they had then. What is said keeps who said it, so that nobody verifies what they claimed; evidence serves many criteria.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rounds (
      id          int generated always as identity primary key,
      scheme      text not null, -- code; its version is the one in force on the period's last day
      period      text not null,
      group_name  text not null default '', -- as assessments.group_name
      name        text not null,
      keeper_id   int not null constraint rounds_keeper_id_fkey references units, -- who steers it
      keeper_code text not null,
      keeper_name text not null,
      state       text not null default 'self' constraint rounds_state_check
                  check (state in ('self', 'verify', 'explain', 'council', 'published')),
      self_due    date, -- the days by which each step is asked for; null: no day
      verify_due  date,
      explain_due date,
      council_on  date,
      appeal_days int not null default 10 constraint rounds_appeal_days_check check (appeal_days between 0 and 90),
      published_on date, -- of the decision
      decision    text not null default '', -- its number, or what it was called
      revision    int not null default 1,
      opened_by   text not null,
      opened_at   timestamptz(3) not null,
      constraint rounds_scheme_period_group_name_key unique (scheme, period, group_name),
      constraint rounds_published_on_check check ((state = 'published') = (published_on is not null))
    )`.execute(db)
  await sql`create index rounds_keeper_id_idx on rounds (keeper_id, id desc)`.execute(db)
  await sql`
    create table round_subjects (
      round_id     int not null constraint round_subjects_round_id_fkey references rounds,
      unit_id      int not null constraint round_subjects_unit_id_fkey references units,
      unit_code    text not null, -- on the period's last day; never changed by a later reform
      unit_name    text not null,
      sent_at      timestamptz(3), -- the unit's own scores, by its head
      sent_by      text,
      explained_at timestamptz(3), -- the unit has answered the cuts
      explained_by text,
      constraint round_subjects_pkey primary key (round_id, unit_id)
    )`.execute(db)
  await sql`create index round_subjects_unit_id_idx on round_subjects (unit_id)`.execute(db)
  await sql`
    alter table scores
      add note text not null default '', -- beside a reason of the catalogue
      add said_by_id int, -- account; null: a command, an import, the system itself
      add said_for text, -- whom they acted for
      add source text -- JSON: what the system counted, and its hash; null: a person said it`.execute(db)
  await sql`
    create table score_evidence (
      id           bigint generated always as identity primary key,
      scheme       text not null,
      period       text not null,
      unit_id      int not null constraint score_evidence_unit_id_fkey references units,
      number       text not null, -- and symbol of the document, or what it is
      issuer       text not null default '',
      issued_on    date,
      page         text not null default '',
      file_id      text constraint score_evidence_file_id_fkey references files,
      link         text not null default '', -- a record of this program, or an address
      added_by     text not null,
      added_by_id  int,
      added_at     timestamptz(3) not null,
      withdrawn_at timestamptz(3)
    )`.execute(db)
  await sql`create index score_evidence_file_id_idx on score_evidence (file_id) where file_id is not null`.execute(
    db,
  )
  await sql`create index score_evidence_unit_id_idx on score_evidence (unit_id, scheme, period)`.execute(db)
  await sql`
    create table score_evidence_criteria (
      evidence_id bigint not null constraint score_evidence_criteria_evidence_id_fkey references score_evidence,
      criterion   text not null,
      constraint score_evidence_criteria_pkey primary key (evidence_id, criterion)
    )`.execute(db)
}
