import { type Kysely, sql } from 'kysely'

// Meetings at which a directive is studied, and how many of each kind of participant were asked and came.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table study_sessions (
      id           bigint generated always as identity primary key,
      directive_id bigint not null constraint study_sessions_directive_id_fkey references directives,
      unit_id      int not null constraint study_sessions_unit_id_fkey references units,
      unit_code    text not null, -- on the day it was held; never changed by a later reform
      unit_name    text not null,
      held_on      date not null,
      form         text not null constraint study_sessions_form_check check (form in ('in-person', 'online', 'mixed')),
      materials    text not null default '',
      files        jsonb not null default '[]', -- ids of evidence
      recorded_by  text not null,
      recorded_at  timestamptz(3) not null,
      changed_at   timestamptz(3) not null,
      withdrawn_at timestamptz(3), -- recorded by mistake: kept, and counted no more
      withdrawn_because text
    )`.execute(db)
  await sql`create index study_sessions_directive_id_idx on study_sessions (directive_id, unit_id)`.execute(
    db,
  )
  await sql`create index study_sessions_unit_id_idx on study_sessions (unit_id, held_on desc)`.execute(db)
  await sql`
    create table study_attendance (
      session_id bigint not null constraint study_attendance_session_id_fkey references study_sessions on delete cascade,
      kind       text not null constraint study_attendance_kind_check
                 check (kind in ('leaders', 'party-members', 'officials', 'association-members', 'people')),
      invited    int not null,
      attended   int not null,
      constraint study_attendance_pkey primary key (session_id, kind),
      constraint study_attendance_invited_check check (invited >= 0),
      constraint study_attendance_attended_check check (attended between 0 and invited)
    )`.execute(db)
}
