import { type Kysely, sql } from 'kysely'

// The day of issue of a duty, on which its units are named; who received and who withdrew; and which occurrences came
// from which after a reform: those of several units may come together in one successor, or one go to several.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table duties add column issued_on date`.execute(db)
  await sql`update duties set issued_on = (created_at at time zone interval '7 hours')::date`.execute(db)
  await sql`alter table duties alter column issued_on set not null`.execute(db)
  await sql`alter table duties add column created_for text`.execute(db)
  await sql`
    alter table duty_occurrences
      add column revision int not null default 1,
      add column acknowledged_on date, -- when the unit said that it has it
      add column acknowledged_by text,
      add column acknowledged_for text,
      add column withdrawn_at timestamptz(3),
      add column withdrawn_by text,
      add column withdrawn_because text`.execute(db)
  await sql`create index duty_occurrences_due_on_idx on duty_occurrences (due_on, id)`.execute(db)
  await sql`alter table duty_statements add column stated_for text`.execute(db)
  await sql`
    create table duty_passings (
      from_id      bigint not null constraint duty_passings_from_id_fkey references duty_occurrences,
      to_id        bigint not null constraint duty_passings_to_id_fkey references duty_occurrences,
      directive_id bigint not null constraint duty_passings_directive_id_fkey references directives, -- the decision
      passed_by    text not null,
      passed_for   text,
      passed_at    timestamptz(3) not null,
      constraint duty_passings_pkey primary key (from_id, to_id),
      constraint duty_passings_to_id_check check (from_id <> to_id)
    )`.execute(db)
  await sql`create index duty_passings_to_id_idx on duty_passings (to_id)`.execute(db)
  await sql`create index duty_passings_directive_id_idx on duty_passings (directive_id)`.execute(db)
}
