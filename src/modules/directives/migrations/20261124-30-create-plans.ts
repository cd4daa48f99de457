import { type Kysely, sql } from 'kysely'

// Plans of units: goals and their tasks, what each task is reported to have come to, and which directives a plan
// answers. Once issued a plan is a directive of its unit. A target stands here by what it is of, never by its value.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plans (
      id           bigint generated always as identity primary key,
      unit_id      int not null constraint plans_unit_id_fkey references units,
      unit_code    text not null, -- on the day of issue, before that of writing; never changed by a later reform
      unit_name    text not null,
      horizon      text not null constraint plans_horizon_check check (horizon in ('term', 'year')),
      period       text not null, -- 2021, 2020-2025
      starts_on    date not null,
      ends_on      date not null,
      title        text not null,
      state        text not null default 'draft' constraint plans_state_check check (state in ('draft', 'issued', 'withdrawn')),
      directive_id bigint constraint plans_directive_id_key unique
                   constraint plans_directive_id_fkey references directives, -- what it was issued as
      origin       text constraint plans_origin_check check (origin in ('carried', 'passed')),
      from_id      bigint constraint plans_from_id_fkey references plans,
      passed_by_id bigint constraint plans_passed_by_id_fkey references directives, -- the decision after a reform
      withdrawn_because text,
      revision     int not null default 1,
      made_by      text not null,
      made_for     text, -- whom they acted for
      made_at      timestamptz(3) not null,
      changed_by   text not null,
      changed_at   timestamptz(3) not null,
      constraint plans_ends_on_check check (starts_on <= ends_on),
      constraint plans_state_directive_id_check check ((state = 'issued') = (directive_id is not null)),
      constraint plans_state_withdrawn_because_check check ((state = 'withdrawn') = (withdrawn_because is not null)),
      constraint plans_origin_from_id_check check ((origin is null) = (from_id is null)),
      constraint plans_origin_passed_by_id_check check ((origin is not distinct from 'passed') = (passed_by_id is not null))
    )`.execute(db)
  await sql`create index plans_unit_id_idx on plans (unit_id, id desc)`.execute(db)
  // Carried to one period once, passed to one successor once
  await sql`create unique index plans_from_id_unit_id_period_key on plans (from_id, unit_id, period)
             where from_id is not null and state <> 'withdrawn'`.execute(db)
  await sql`create index plans_from_id_idx on plans (from_id) where from_id is not null`.execute(db)
  await sql`create index plans_passed_by_id_idx on plans (passed_by_id) where passed_by_id is not null`.execute(
    db,
  )
  await sql`
    create table plan_answers (
      plan_id      bigint not null constraint plan_answers_plan_id_fkey references plans on delete cascade,
      directive_id bigint not null constraint plan_answers_directive_id_fkey references directives,
      constraint plan_answers_pkey primary key (plan_id, directive_id)
    )`.execute(db)
  await sql`create index plan_answers_directive_id_idx on plan_answers (directive_id, plan_id)`.execute(db)
  await sql`
    create table plan_items (
      id           bigint generated always as identity primary key,
      plan_id      bigint not null constraint plan_items_plan_id_fkey references plans on delete cascade,
      goal_id      bigint constraint plan_items_goal_id_fkey references plan_items on delete cascade, -- null: it is a goal
      position     int not null,
      text         text not null,
      responsible  text not null default '', -- who leads and who takes part, as the plan writes it
      starts_on    date,
      due_on       date,
      resources    text not null default '',
      indicator    text, -- of a programme's target: its code, unit and period; the value is read from the targets
      target_unit_id int constraint plan_items_target_unit_id_fkey references units,
      target_period  text,
      from_id      bigint constraint plan_items_from_id_fkey references plan_items, -- what it was copied from
      constraint plan_items_due_on_check check (starts_on <= due_on),
      constraint plan_items_indicator_check check (num_nulls(indicator, target_unit_id, target_period) in (0, 3))
    )`.execute(db)
  await sql`create index plan_items_plan_id_idx on plan_items (plan_id, position)`.execute(db)
  await sql`create index plan_items_goal_id_idx on plan_items (goal_id) where goal_id is not null`.execute(db)
  await sql`create index plan_items_target_unit_id_idx on plan_items (target_unit_id) where target_unit_id is not null`.execute(
    db,
  )
  await sql`create index plan_items_from_id_idx on plan_items (from_id) where from_id is not null`.execute(db)
  await sql`
    create table plan_progress (
      id         bigint generated always as identity primary key,
      item_id    bigint not null constraint plan_progress_item_id_fkey references plan_items,
      on_day     date not null, -- how it stood on this day
      state      text not null constraint plan_progress_state_check check (state in ('going', 'done', 'dropped')),
      percent    int not null constraint plan_progress_percent_check check (percent between 0 and 100),
      note       text not null default '',
      made_by    text not null,
      made_for   text,
      made_at    timestamptz(3) not null,
      constraint plan_progress_state_percent_check check (state <> 'done' or percent = 100),
      constraint plan_progress_state_note_check check (state <> 'dropped' or note <> '')
    )`.execute(db)
  await sql`create index plan_progress_item_id_idx on plan_progress (item_id, on_day desc, id desc)`.execute(
    db,
  )
}
