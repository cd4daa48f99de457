import { type Kysely, sql } from 'kysely'

// Surveys of a round. Answers are kept as counts alone: nothing of one person's sheet stays together, and neither a token
// nor the number of a paper knows more than that it was used, not even when.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table surveys (
      id         int generated always as identity primary key,
      round_id   int not null constraint surveys_round_id_fkey references rounds,
      name       text not null,
      intro      text not null default '', -- what people read before the questions
      intro_en   text not null default '',
      groups     jsonb not null, -- of people who are asked, in the order of their showing
      questions  jsonb not null, -- numbered from 1; never changed once it runs
      last_day   date, -- on which answers by link are taken; null: until it is closed
      state      text not null default 'draft' constraint surveys_state_check
                 check (state in ('draft', 'running', 'closed')),
      revision   int not null default 1,
      opened_by  text not null,
      opened_at  timestamptz(3) not null,
      started_at timestamptz(3),
      closed_by  text,
      closed_at  timestamptz(3),
      constraint surveys_closed_at_check check ((state = 'closed') = (closed_at is not null))
    )`.execute(db)
  await sql`create index surveys_round_id_idx on surveys (round_id, id)`.execute(db)
  await sql`
    create table survey_tokens (
      sha256     text constraint survey_tokens_pkey primary key, -- the token itself is given out and forgotten
      survey_id  int not null constraint survey_tokens_survey_id_fkey references surveys,
      unit_id    int not null constraint survey_tokens_unit_id_fkey references units,
      group_code text not null,
      is_used    boolean not null default false
    )`.execute(db)
  await sql`create index survey_tokens_survey_id_idx on survey_tokens (survey_id, unit_id, group_code)`.execute(
    db,
  )
  await sql`create index survey_tokens_unit_id_idx on survey_tokens (unit_id)`.execute(db)
  await sql`
    create table survey_papers (
      survey_id  int not null constraint survey_papers_survey_id_fkey references surveys,
      unit_id    int not null constraint survey_papers_unit_id_fkey references units,
      group_code text not null,
      number     int not null, -- as written on the paper, so that none is entered twice
      constraint survey_papers_pkey primary key (survey_id, unit_id, group_code, number)
    )`.execute(db)
  await sql`create index survey_papers_unit_id_idx on survey_papers (unit_id)`.execute(db)
  await sql`
    create table survey_tallies (
      survey_id  int not null constraint survey_tallies_survey_id_fkey references surveys,
      unit_id    int not null constraint survey_tallies_unit_id_fkey references units,
      group_code text not null,
      question   int not null, -- both from 1
      option     int not null,
      n          int not null,
      constraint survey_tallies_pkey primary key (survey_id, unit_id, group_code, question, option)
    )`.execute(db)
  await sql`create index survey_tallies_unit_id_idx on survey_tallies (unit_id)`.execute(db)
}
