// Bulk writing of report cells: rows wait in a temporary table, are checked as a set, and become report versions.

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'
import { projectReports } from './projection.ts'

/** Columns of rows to stage, all of one length. A `form_id` below 0 stands for a form that is made after the last row. */
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
  await closeStage(tx)
  // Rows are grouped in memory instead of being sorted through files; given back when the transaction ends.
  await sql`set local work_mem = '64MB'`.execute(tx)
  await sql`
    create temp table import_cells (
      "row" int, form_id int, indicator_id int, period_id int, unit_id int, breakdown_id int, value numeric,
      state smallint, quality smallint)`.execute(tx)
  await sql`
    create temp table import_reports (
      form_id int, unit_id int, period_id int, state smallint, quality smallint, report_id bigint, is_locked boolean,
      base jsonb, base_quality smallint, version int, is_changed boolean not null default false, is_plain boolean)`.execute(
    tx,
  )
}

export async function closeStage(tx: Tx): Promise<void> {
  await sql`drop table if exists import_cells, import_reports, import_removed`.execute(tx)
}

const TYPES = { value: 'numeric', state: 'smallint', quality: 'smallint' } as const
const ORDER = [
  'row',
  'form_id',
  'indicator_id',
  'period_id',
  'unit_id',
  'breakdown_id',
  'value',
  'state',
  'quality',
] as const

/** Columns that hold the same in all rows, as most do in most files, are sent once and not as a list. */
export async function stageRows(tx: Tx, c: StagedColumns): Promise<void> {
  if (c.row.length === 0) return
  const parts = ORDER.map((name) => {
    const type = sql.raw(name in TYPES ? TYPES[name as keyof typeof TYPES] : 'int')
    const list = c[name]
    const isSame = name !== 'row' && list.every((value) => value === list[0])
    return { name, isSame, value: isSame ? sql`${list[0]}::${type}` : sql`${list}::${type}[]` }
  })
  const lists = parts.filter((part) => !part.isSame)
  await sql`
    insert into import_cells
    select ${sql.join(parts.map((part) => (part.isSame ? part.value : sql.ref(`u.${part.name}`))))}
      from unnest(${sql.join(lists.map((part) => part.value))}) u (${sql.join(lists.map((part) => sql.ref(part.name)))})`.execute(
    tx,
  )
}

export type Removed = { row: number; first: number }

/** Takes out the second and later rows of one cell. */
export async function* removeRepeated(tx: Tx): AsyncGenerator<Removed> {
  const repeated = await sql`
    select from import_cells group by indicator_id, period_id, unit_id, breakdown_id having count(*) > 1 limit 1`.execute(
    tx,
  )
  if (repeated.rows.length === 0) return
  yield* removeRows(
    tx,
    sql`select * from (
          select "row", min("row") over (partition by indicator_id, period_id, unit_id, breakdown_id) as first
            from import_cells) r where first < "row"`,
  )
}

/** Takes out rows whose state or quality differs from the first row of their report: a report has one of each. */
export const removeMixed = (tx: Tx): AsyncGenerator<Removed> =>
  removeRows(
    tx,
    sql`select r."row", f."row" as first
          from import_cells r
          join (select distinct on (form_id, unit_id, period_id) * from import_cells
                 order by form_id, unit_id, period_id, "row") f using (form_id, unit_id, period_id)
         where (r.state, r.quality) <> (f.state, f.quality)`,
  )

/** Takes rows out of the stage and tells them a few thousand at a time: a file may be made of nothing else. */
async function* removeRows(tx: Tx, rows: RawBuilder<unknown>): AsyncGenerator<Removed> {
  await sql`create temp table import_removed as ${rows}`.execute(tx)
  await sql`delete from import_cells c using import_removed d where c."row" = d."row"`.execute(tx)
  await sql`declare removed no scroll cursor for select "row", first from import_removed order by "row"`.execute(
    tx,
  )
  for (;;) {
    const page = await sql<Removed>`fetch 5000 from removed`.execute(tx)
    yield* page.rows
    if (page.rows.length === 0) break
  }
  await sql`close removed`.execute(tx)
  await sql`drop table import_removed`.execute(tx)
}

/**
 * Finds or makes the report of every staged row, with the version that it builds on: the one in force for its state,
 * the latest for a draft.
 *
 * @param forms real ids of forms that were staged under a number below 0.
 */
export async function attachReports(tx: Tx, forms: ReadonlyMap<number, number>): Promise<void> {
  const made = sql`unnest(${[...forms.keys()]}::int[], ${[...forms.values()]}::int[]) f (staged_id, id)`
  await sql`
    insert into import_reports (form_id, unit_id, period_id, state, quality, is_plain)
    select form_id, unit_id, period_id, min(state), min(quality), max(breakdown_id) = 0 from import_cells
     group by 1, 2, 3`.execute(tx)
  await sql`analyze import_reports`.execute(tx)
  await sql`
    insert into reports (form_id, unit_id, period_id)
    select coalesce(f.id, form_id), unit_id, period_id
      from import_reports i left join ${made} on f.staged_id = i.form_id
        on conflict do nothing`.execute(tx)
  await sql`
    update import_reports i
       set report_id = b.id, is_locked = b.is_locked, base = b.cells, base_quality = b.quality, version = b.version,
           is_plain = i.is_plain and b.is_sole and (b.quality is null or b.quality = i.quality)
      from (select s.form_id, s.unit_id, s.period_id, r.id, r.locked_at is not null as is_locked, v.cells, v.quality,
                   r.latest_version + 1 as version, r.approved_version is not distinct from r.submitted_version as is_sole
              from import_reports s
              left join ${made} on f.staged_id = s.form_id
              join reports r on r.form_id = coalesce(f.id, s.form_id) and r.unit_id = s.unit_id and r.period_id = s.period_id
              left join report_versions v on v.report_id = r.id and v.version =
                case s.state when 2 then r.approved_version when 1 then coalesce(r.submitted_version, r.approved_version)
                             else r.latest_version end) b
     where (i.form_id, i.unit_id, i.period_id) = (b.form_id, b.unit_id, b.period_id)`.execute(tx)
}

/** Takes out the rows of locked reports; `first` is the row itself. */
export const removeLocked = (tx: Tx): AsyncGenerator<Removed> =>
  removeRows(
    tx,
    sql`select c."row", c."row" as first from import_cells c join import_reports i using (form_id, unit_id, period_id)
         where i.is_locked`,
  )

/**
 * Writes a new version for every report in which a staged cell is new or different, and brings the values up to it.
 * Cells that the file does not mention keep what the version before had.
 *
 * @returns rows created, changed and unchanged.
 */
export async function writeStaged(tx: Tx, by: string, at: Date, importId: number) {
  await sql`analyze import_reports`.execute(tx)
  const { rows: known } = await sql`select from import_reports where base is not null limit 1`.execute(tx)
  // In a file of new reports every cell is new: nothing has to be looked up.
  const outcome =
    known.length === 0
      ? sql`1`
      : sql`case when base is null or not base ? key then 1
                 when base ->> key is distinct from value or base_quality <> quality then 2 else 0 end`
  const { rows } = await sql<{ created: number; changed: number; unchanged: number }>`
    with cells as (
      select i.report_id, i.base, i.base_quality, c.quality, trim_scale(c.value)::text as value,
             c.indicator_id || case when c.breakdown_id > 0 then ':' || c.breakdown_id else '' end as key
        from import_cells c join import_reports i using (form_id, unit_id, period_id)),
    judged as (select *, ${outcome} as outcome from cells),
    reports_judged as materialized (
      select report_id, jsonb_object(array_agg(key), array_agg(value)) as cells,
             count(*) filter (where outcome = 1) as created, count(*) filter (where outcome = 2) as changed,
             count(*) filter (where outcome = 0) as unchanged
        from judged group by report_id),
    changed as (select * from reports_judged where created + changed > 0),
    written as (
      insert into report_versions (report_id, version, state, quality, cells, created_by, created_at, submitted_at,
                                   decided_by, decided_at, import_id)
      select c.report_id, i.version, (array['draft', 'submitted', 'approved'])[i.state + 1], i.quality,
             coalesce(i.base, '{}') || c.cells, ${by}, ${at}::timestamptz, case when i.state > 0 then ${at}::timestamptz end,
             case when i.state = 2 then ${by} end, case when i.state = 2 then ${at}::timestamptz end, ${importId}
        from changed c join import_reports i using (report_id)),
    inForce as (
      update reports r
         set latest_version = i.version, revision = r.revision + 1,
             approved_version = case when i.state = 2 then i.version else r.approved_version end,
             submitted_version = case when i.state > 0 then i.version else r.submitted_version end
        from changed c join import_reports i using (report_id)
       where r.id = c.report_id),
    marked as (
      update import_reports i set is_changed = true from changed c where i.report_id = c.report_id and i.state > 0)
    select coalesce(sum(created), 0)::int as created, coalesce(sum(changed), 0)::int as changed,
           coalesce(sum(unchanged), 0)::int as unchanged from reports_judged`.execute(tx)
  await sql`analyze import_reports`.execute(tx)
  await projectReports(tx, sql`select report_id from import_reports where is_changed and not is_plain`)
  await writePlainValues(tx)
  return rows[0]!
}

/**
 * Staged cells that are values as they are: of reports without a breakdown in the file whose other cells stay what they
 * were. The same as projecting these reports, without taking their versions apart again.
 */
async function writePlainValues(tx: Tx): Promise<void> {
  await sql`
    insert into indicator_values as v (indicator_id, period_id, unit_id, breakdown_id, approved, submitted,
                                       approved_quality, submitted_quality, report_id)
    select c.indicator_id, c.period_id, c.unit_id, 0, case when i.state = 2 then c.value end, c.value,
           case when i.state = 2 then c.quality end, c.quality, i.report_id
      from import_cells c join import_reports i using (form_id, unit_id, period_id)
     where i.is_changed and i.is_plain
    on conflict (indicator_id, period_id, unit_id, breakdown_id) do update
      set approved = case when excluded.approved_quality is null then v.approved else excluded.approved end,
          approved_quality = coalesce(excluded.approved_quality, v.approved_quality), submitted = excluded.submitted,
          submitted_quality = excluded.submitted_quality, report_id = excluded.report_id`.execute(tx)
}

type ImportNote = { format: string; fileName: string; sha256: string; rows: number; actor: string; at: Date }

/** Notes an import, so that every version it writes can name the file it came from. */
export async function noteImport(tx: Tx, i: ImportNote) {
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
