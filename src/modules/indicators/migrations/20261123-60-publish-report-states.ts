import { type Kysely, sql } from 'kysely'

// What other modules may join with in their own SQL: where each version of a report stands, and what forms are called.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view form_names as
    select f.id, f.code, f.name, f.name_en, f.frequency, f.field, f.is_asked,
           (select count(*)::int from form_indicators fi where fi.form_id = f.id) as asked -- indicators
      from forms f`.execute(db)
  await sql`
    create view report_states as
    select r.id as report_id, v.version, v.version = r.latest_version as is_latest, v.state, r.locked_at,
           r.form_id, f.code as form, f.field, f.is_asked, r.unit_id, r.period_id,
           p.code as period, p.starts_on, p.ends_on, v.created_by, v.created_at,
           v.submitted_by, v.submitted_for, v.submitted_at, v.decided_by, v.decided_at,
           coalesce(v.reason, (select min(value) from jsonb_each_text(v.returned_cells) where value <> '')) as reason,
           (select count(*)::int from jsonb_each_text(v.returned_cells)) as returned_cells,
           (select count(distinct split_part(key, ':', 1))::int
              from jsonb_each_text(v.cells) where value is not null) as filled -- indicators
      from reports r
      join report_versions v on v.report_id = r.id
      join forms f on f.id = r.form_id
      join periods p on p.id = r.period_id`.execute(db)
  // What is under way is little beside what is done, and is asked for all the time.
  await sql`
    create index report_versions_open_idx on report_versions (state, report_id)
     where state in ('draft', 'submitted', 'returned')`.execute(db)
}
