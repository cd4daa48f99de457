import { type Kysely, sql } from 'kysely'

// What is measured, how it adds up, and which form asks for it.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table periods (
      id        int generated always as identity primary key,
      code      text not null constraint periods_code_key unique,
      kind      text not null,
      starts_on date not null,
      ends_on   date not null
    )`.execute(db)
  await sql`
    create table indicators (
      id              int generated always as identity primary key,
      code            text not null constraint indicators_code_key unique,
      name            text not null,
      name_en         text,
      unit_of_measure text not null,
      across_units    text not null constraint indicators_across_units_check
                      check (across_units in ('sum', 'mean', 'weighted', 'none')),
      weight_id       int constraint indicators_weight_id_fkey references indicators,
      across_time     text not null constraint indicators_across_time_check
                      check (across_time in ('sum', 'last', 'mean', 'none')),
      formula         text,    -- derived: computed from rolled-up parts, never reported
      minimum         numeric, -- the least value a cell may hold
      breakdown       text,    -- dimension, and its items when closed: 'channel:domestic|processing|export'
      source          text,    -- computed from another module's records, never reported
      constraint indicators_weight_id_check check ((across_units = 'weighted') = (weight_id is not null))
    )`.execute(db)
  await sql`create index indicators_weight_id_idx on indicators (weight_id)`.execute(db)
  await sql`
    create table breakdowns (
      id  int primary key,
      key text not null constraint breakdowns_key_key unique -- 'channel=export'; '' is the undivided total
    )`.execute(db)
  await sql`insert into breakdowns values (0, '')`.execute(db)
  await sql`
    create table forms (
      id        int generated always as identity primary key,
      code      text not null constraint forms_code_key unique,
      name      text not null,
      name_en   text,
      frequency text not null -- a period kind
    )`.execute(db)
  await sql`
    create table form_indicators (
      form_id      int not null constraint form_indicators_form_id_fkey references forms,
      indicator_id int not null constraint form_indicators_indicator_id_fkey references indicators,
      position     int not null,
      constraint form_indicators_pkey primary key (form_id, indicator_id)
    )`.execute(db)
  await sql`create index form_indicators_indicator_id_idx on form_indicators (indicator_id)`.execute(db)
  // Lets a process remember forms and indicators: another number means that they have changed.
  await sql`create table definition_revision (revision bigint not null)`.execute(db)
  await sql`insert into definition_revision values (0)`.execute(db)
}
