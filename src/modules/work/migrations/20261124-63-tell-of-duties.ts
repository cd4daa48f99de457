import { type Kysely, sql } from 'kysely'

// People are told of duties as of reports: a notice is about a form's period, or about a duty; of one unit's occurrence
// by name, of several by their number.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notices alter column form drop not null`.execute(db)
  await sql`alter table notices alter column period drop not null`.execute(db)
  await sql`alter table notices add column duty_id bigint
    constraint notices_duty_id_fkey references duties`.execute(db)
  await sql`alter table notices add column occurrence_id bigint
    constraint notices_occurrence_id_fkey references duty_occurrences`.execute(db)
  await sql`alter table notices add constraint notices_about_check
    check ((duty_id is null and occurrence_id is null and form is not null and period is not null)
        or (duty_id is not null and form is null and period is null))`.execute(db)
  await sql`alter table notices drop constraint notices_kind_check`.execute(db)
  await sql`alter table notices add constraint notices_kind_check
    check (kind in ('returned', 'overdue', 'due', 'assigned', 'extended', 'check', 'approved'))`.execute(db)
  await sql`create index notices_duty_id_idx on notices (duty_id) where duty_id is not null`.execute(db)
  await sql`create index notices_occurrence_id_idx on notices (occurrence_id)
             where occurrence_id is not null`.execute(db)
  // Of which due day each occurrence's people have been reminded, so that no hour reads again what was told
  await sql`
    create table duty_reminders (
      occurrence_id bigint not null
                    constraint duty_reminders_occurrence_id_fkey references duty_occurrences on delete cascade,
      kind          text not null constraint duty_reminders_kind_check check (kind in ('due', 'overdue')),
      due_on        date not null,
      constraint duty_reminders_pkey primary key (occurrence_id, kind, due_on)
    )`.execute(db)
}
