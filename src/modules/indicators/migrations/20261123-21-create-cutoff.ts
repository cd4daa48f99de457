import { type Kysely, sql } from 'kysely'

// Until when reports are due and taken: rules by law, dated exceptions to their close, and what the office asked for.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cutoff_rules (
      id         int generated always as identity primary key,
      form_id    int constraint cutoff_rules_form_id_fkey references forms, -- null: every form of the frequency
      frequency  text not null, -- a period kind
      level      int,           -- of the reporting unit, 1 is a root; null: any
      valid_from date not null default '-infinity', -- rules periods that end on these days
      valid_to   date not null default 'infinity',
      days       jsonb not null, -- dataFrom, dataTo, due, closes: months from the period, and a day of that month
      basis      text not null,
      created_by text not null,
      created_at timestamptz(3) not null
    )`.execute(db)
  await sql`create index cutoff_rules_form_id_idx on cutoff_rules (form_id)`.execute(db)
  await sql`
    create table cutoff_exceptions (
      id         bigint generated always as identity primary key,
      form_id    int constraint cutoff_exceptions_form_id_fkey references forms, -- null: every form
      unit_id    int not null constraint cutoff_exceptions_unit_id_fkey references units, -- and all below it
      period_id  int not null constraint cutoff_exceptions_period_id_fkey references periods,
      until      date not null, -- its last day
      reason     text not null,
      created_by text not null,
      created_at timestamptz(3) not null,
      ended_at   timestamptz(3) -- withdrawn before its last day
    )`.execute(db)
  await sql`create index cutoff_exceptions_form_id_idx on cutoff_exceptions (form_id)`.execute(db)
  await sql`create index cutoff_exceptions_unit_id_idx on cutoff_exceptions (unit_id)`.execute(db)
  await sql`create index cutoff_exceptions_period_id_idx on cutoff_exceptions (period_id)`.execute(db)
  await sql`
    create table openings (
      id         bigint generated always as identity primary key,
      form_id    int not null constraint openings_form_id_fkey references forms,
      unit_id    int not null constraint openings_unit_id_fkey references units, -- and all below it
      period_id  int not null constraint openings_period_id_fkey references periods,
      due_on     date, -- in the place of the rule's; null: by the rule
      closes_on  date,
      created_by text not null,
      created_at timestamptz(3) not null
    )`.execute(db)
  await sql`create index openings_form_id_idx on openings (form_id, period_id)`.execute(db)
  await sql`create index openings_unit_id_idx on openings (unit_id)`.execute(db)
  await sql`create index openings_period_id_idx on openings (period_id)`.execute(db)
}
