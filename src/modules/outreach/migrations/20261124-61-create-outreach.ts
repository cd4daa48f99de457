import { type Kysely, sql } from 'kysely'

// What was done to reach people, and how many. Stories that count by themselves are not copied here.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outreach_activities (
      id           text constraint outreach_activities_pkey primary key, -- a UUID, made up by whoever recorded it, maybe without a network
      unit_id      int not null constraint outreach_activities_unit_id_fkey references units,
      unit_code    text not null, -- on its day; never changed by a later reform
      unit_name    text not null,
      form         text not null constraint outreach_activities_form_check
                   check (form in ('meeting', 'loudspeaker', 'post', 'print', 'contest')),
      subject      text not null,
      held_on      date not null,
      place        text not null,
      reached      int, -- people; null: not known
      programme    text constraint outreach_activities_programme_fkey references programmes (slug),
      directive_id bigint constraint outreach_activities_directive_id_fkey references directives,
      revision     int not null default 1,
      recorded_by  text not null, -- who wrote it last
      recorded_at  timestamptz(3) not null,
      withdrawn_at timestamptz(3), -- recorded by mistake: kept, and counted no more
      withdrawn_because text,
      constraint outreach_activities_reached_check check (reached >= 0),
      constraint outreach_activities_withdrawn_check check ((withdrawn_at is null) = (withdrawn_because is null))
    )`.execute(db)
  await sql`create index outreach_activities_held_on_idx on outreach_activities (held_on desc, id desc)
             where withdrawn_at is null`.execute(db)
  await sql`create index outreach_activities_unit_id_idx on outreach_activities (unit_id, held_on desc, id desc)`.execute(
    db,
  )
  await sql`create index outreach_activities_programme_idx on outreach_activities (programme, held_on desc)
             where programme is not null`.execute(db)
  await sql`create index outreach_activities_directive_id_idx on outreach_activities (directive_id)
             where directive_id is not null`.execute(db)
}
