// Bulk writing of report cells: rows wait in a temporary table, are checked as a set, and become report versions.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'
import { projectReports } from './projection.ts'

/** Columns of rows to stage, all of one length. `form_id` 0 asks for the form that already asks the indicator. */
export type StagedColumns = {
  row: number[]
  form_id: number[]
  indicator_id: number[]
  period_id: number[]
  unit_id: number[]
  breakdown_id: number[]
  value: string[]
  state: number[]
  quality: number[]
}

/** States in which a file may bring values in, by their number in the stage. */
export const STAGED_STATES = ['draft', 'submitted', 'approved'] as const

export async function openStage(tx: Tx): Promise<void> {
  await sql`drop table if exists import_cells`.execute(tx)
  await sql`
    create temp table import_cells (
      "row" int, form_id int, indicator_id int, period_id int, unit_id int, breakdown_id int, value numeric,
      state smallint, quality smallint, report_id bigint, outcome smallint)`.execute(tx)
}

export async function closeStage(tx: Tx): Promise<void> {
  await sql`drop table if exists import_cells`.execute(tx)
}

export async function stageRows(tx: Tx, c: StagedColumns): Promise<void> {
  await sql`
    insert into import_cells ("row", form_id, indicator_id, period_id, unit_id, breakdown_id, value, state, quality)
    select * from unnest(${c.row}::int[], ${c.form_id}::int[], ${c.indicator_id}::int[], ${c.period_id}::int[],
      ${c.unit_id}::int[], ${c.breakdown_id}::int[], ${c.value}::numeric[], ${c.state}::smallint[],
      ${c.quality}::smallint[])`.execute(tx)
}

/** Indicators and frequencies of staged rows that named no form. */
export async function listFormless(tx: Tx) {
  const { rows } = await sql<{ indicator_id: number; frequency: string; form_id: number | null }>`
    select s.indicator_id, s.kind as frequency, min(f.id) as form_id
      from (select distinct c.indicator_id, p.kind from import_cells c join periods p on p.id = c.period_id
             where c.form_id = 0) s
      left join form_indicators fi on fi.indicator_id = s.indicator_id
      left join forms f on f.id = fi.form_id and f.frequency = s.kind
     group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

/** Gives staged rows without a form theirs. */
export async function assignForms(
  tx: Tx,
  of: readonly { indicator_id: number; frequency: string; form_id: number }[],
) {
  await sql`
    update import_cells c set form_id = a.form_id
      from unnest(${of.map((a) => a.indicator_id)}::int[], ${of.map((a) => a.frequency)}::text[],
                  ${of.map((a) => a.form_id)}::int[]) a (indicator_id, frequency, form_id), periods p
     where c.form_id = 0 and c.indicator_id = a.indicator_id and p.id = c.period_id and p.kind = a.frequency`.execute(
    tx,
  )
}

/** Takes out the second and later rows of one cell. */
export async function removeRepeated(tx: Tx) {
  const { rows } = await sql<{ row: number; first: number }>`
    delete from import_cells c
     using (select "row", min("row") over cell as first from import_cells
            window cell as (partition by indicator_id, period_id, unit_id, breakdown_id)) d
     where c."row" = d."row" and d.first < d."row"
    returning c."row", d.first`.execute(tx)
  return rows
}

/** Takes out rows whose state or quality differs from the first row of their report: a report has one of each. */
export async function removeMixed(tx: Tx) {
  const { rows } = await sql<{ row: number; first: number }>`
    delete from import_cells c
     using (select r."row", r.state, r.quality, f."row" as first, f.state as first_state, f.quality as first_quality
              from import_cells r
              join (select distinct on (form_id, unit_id, period_id) * from import_cells
                     order by form_id, unit_id, period_id, "row") f using (form_id, unit_id, period_id)
             where (r.state, r.quality) <> (f.state, f.quality)) d
     where c."row" = d."row"
    returning c."row", d.first`.execute(tx)
  return rows
}

/** Finds or makes the report of every staged row, and takes out the rows of locked reports. */
export async function attachReports(tx: Tx) {
  await sql`analyze import_cells`.execute(tx)
  await sql`
    insert into reports (form_id, unit_id, period_id)
    select distinct form_id, unit_id, period_id from import_cells order by 1, 2, 3
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ row: number }>`
    with attached as (
      update import_cells c set report_id = r.id from reports r
       where (r.form_id, r.unit_id, r.period_id) = (c.form_id, c.unit_id, c.period_id)
      returning c."row", r.locked_at)
    select "row" from attached where locked_at is not null`.execute(tx)
  if (rows.length > 0)
    await sql`delete from import_cells where "row" = any(${rows.map((r) => r.row)}::int[])`.execute(tx)
  return rows
}

const cellKey = sql`indicator_id || case when breakdown_id > 0 then ':' || breakdown_id else '' end`
/** The version that a staged row builds on: the one in force for its state; the latest for a draft. */
const base = sql`case s.state when 2 then r.approved_version when 1 then coalesce(r.submitted_version, r.approved_version)
                 else nullif(r.latest_version, 0) end`

/**
 * Writes a new version for every report in which a staged cell is new or different, and brings the values up to it.
 * Cells that the file does not mention keep what the version before had.
 *
 * @returns rows created, changed and unchanged.
 */
export async function writeStaged(tx: Tx, by: string, at: Date, importId: number) {
  await sql`
    update import_cells c
       set outcome = case when v.cells is null or not v.cells ? (${cellKey}) then 1
                          when (v.cells ->> (${cellKey}))::numeric is distinct from c.value or v.quality <> c.quality then 2
                          else 0 end
      from (select distinct report_id, state from import_cells) s
      join reports r on r.id = s.report_id
      left join report_versions v on v.report_id = r.id and v.version = ${base}
     where c.report_id = s.report_id`.execute(tx)
  await sql`
    with s as (
      select report_id, state, quality, jsonb_object_agg(${cellKey}, trim_scale(value)::text) as cells
        from import_cells group by report_id, state, quality having max(outcome) > 0),
    written as (
      insert into report_versions (report_id, version, state, quality, cells, created_by, created_at, submitted_at,
                                   decided_by, decided_at, import_id)
      select r.id, r.latest_version + 1, (array['draft', 'submitted', 'approved'])[s.state + 1], s.quality,
             coalesce(v.cells, '{}') || s.cells, ${by}, ${at}::timestamptz, case when s.state > 0 then ${at}::timestamptz end,
             case when s.state = 2 then ${by} end, case when s.state = 2 then ${at}::timestamptz end, ${importId}
        from s join reports r on r.id = s.report_id
        left join report_versions v on v.report_id = r.id and v.version = ${base}
      returning report_id, version, state)
    update reports r
       set latest_version = w.version, revision = r.revision + 1,
           approved_version = case when w.state = 'approved' then w.version else r.approved_version end,
           submitted_version = case when w.state <> 'draft' then w.version else r.submitted_version end
      from written w where w.report_id = r.id`.execute(tx)
  await projectReports(tx, sql`select distinct report_id from import_cells where outcome > 0 and state > 0`)
  await sql`
    insert into rollup_pending (period_id, indicator_ids)
    select period_id, array_agg(distinct indicator_id) from import_cells where outcome > 0 and state > 0
     group by period_id`.execute(tx)
  const { rows } = await sql<{ created: number; changed: number; unchanged: number }>`
    select (count(*) filter (where outcome = 1))::int as created, (count(*) filter (where outcome = 2))::int as changed,
           (count(*) filter (where outcome = 0))::int as unchanged from import_cells`.execute(tx)
  return rows[0]!
}

/** Notes an import, so that every version it writes can name the file it came from. */
export async function noteImport(
  tx: Tx,
  i: { format: string; fileName: string; sha256: string; rows: number; actor: string; at: Date },
) {
  const row = await tx
    .insertInto('imports')
    .values({
      format: i.format,
      file_name: i.fileName,
      sha256: i.sha256,
      rows: i.rows,
      actor: i.actor,
      at: i.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
