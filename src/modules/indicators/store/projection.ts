// From report versions to values: the one place that says which cell of which version is in force.

import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Cells } from '../rules/cells.ts'

/** Cells of stored reports (a subquery of ids), each with whether its version is in force, and as what. */
const storedCells = (reportIds: RawBuilder<unknown>) => sql`
  select r.id as report_id, r.unit_id, r.period_id, v.quality, e.key, e.value,
         v.version = r.approved_version as is_approved, v.version = r.submitted_version as is_submitted
    from reports r
    join report_versions v on v.report_id = r.id
                          and v.version in (r.approved_version, r.submitted_version, r.latest_version)
   cross join lateral jsonb_each_text(v.cells) e
   where r.id in (${reportIds})`

/**
 * The values that cells give. `approved` comes from the approved version in force, `submitted` from the last one
 * submitted or approved; a cell of neither is null. The undivided value of an indicator is its own cell or, where units
 * add up, the sum of its breakdown.
 */
const projected = (cells: RawBuilder<unknown>) => sql`
  with cells as materialized (
    select report_id, unit_id, period_id, quality, value::numeric as value, is_approved, is_submitted,
           split_part(key, ':', 1)::int as indicator_id,
           coalesce(nullif(split_part(key, ':', 2), ''), '0')::int as breakdown_id
      from (${cells}) c)
  select c.indicator_id, c.period_id, c.unit_id, 0 as breakdown_id,
         coalesce(max(value) filter (where c.breakdown_id = 0 and is_approved),
                  sum(value) filter (where c.breakdown_id > 0 and is_approved and i.across_units = 'sum')) as approved,
         coalesce(max(value) filter (where c.breakdown_id = 0 and is_submitted),
                  sum(value) filter (where c.breakdown_id > 0 and is_submitted and i.across_units = 'sum')) as submitted,
         max(quality) filter (where is_approved) as approved_quality,
         max(quality) filter (where is_submitted) as submitted_quality, c.report_id
    from cells c join indicators i on i.id = c.indicator_id
   group by c.report_id, c.indicator_id, c.period_id, c.unit_id
   union all
  select indicator_id, period_id, unit_id, breakdown_id,
         max(value) filter (where is_approved), max(value) filter (where is_submitted),
         max(quality) filter (where is_approved), max(quality) filter (where is_submitted), report_id
    from cells where breakdown_id > 0
   group by report_id, indicator_id, period_id, unit_id, breakdown_id`

const insertValues = (values: RawBuilder<unknown>) => sql`
  insert into indicator_values as v (indicator_id, period_id, unit_id, breakdown_id, approved, submitted,
                                     approved_quality, submitted_quality, report_id)
  ${values}
  on conflict (indicator_id, period_id, unit_id, breakdown_id) do update
    set submitted = excluded.submitted, submitted_quality = excluded.submitted_quality, report_id = excluded.report_id`
const ALSO_APPROVED = sql`, approved = excluded.approved, approved_quality = excluded.approved_quality
  where (v.approved, v.submitted, v.approved_quality, v.submitted_quality, v.report_id) is distinct from
        (excluded.approved, excluded.submitted, excluded.approved_quality, excluded.submitted_quality, excluded.report_id)`
const MARKED = sql`
  insert into rollup_pending (period_id, indicator_ids)
  select period_id, array_agg(distinct indicator_id) from changed group by period_id`

/** Brings the values of many reports up to their versions in force. Whoever calls it leaves the pending markers. */
export async function projectReports(tx: Tx, reportIds: RawBuilder<unknown>): Promise<void> {
  await sql`${insertValues(projected(storedCells(reportIds)))} ${ALSO_APPROVED}`.execute(tx)
}

/** Brings one report's values up to its versions in force, and leaves the marker for what changed. */
export async function projectReport(tx: Tx, reportId: number): Promise<void> {
  const values = sql`${insertValues(projected(storedCells(sql`${reportId}::bigint`)))} ${ALSO_APPROVED}`
  await sql`with changed as (${values} returning v.indicator_id, v.period_id) ${MARKED}`.execute(tx)
}

/**
 * For a version that is submitted as it is written: the same in the statement that writes it. What is approved stays.
 *
 * @param also the common table expressions that write it; one is named `report` and gives its id.
 */
export async function projectSubmitted(
  tx: Tx,
  { unitId, periodId }: { unitId: number; periodId: number },
  { cells, quality }: { cells: Cells; quality: number },
  also: RawBuilder<unknown>,
): Promise<void> {
  const each = sql`from report, jsonb_each_text(${JSON.stringify(cells)}::jsonb) e`
  // Cells without a breakdown are values as they are; that is most forms, and their statement is planned in half the time.
  const plain = sql`
    select e.key::int, ${periodId}::int, ${unitId}::int, 0, null::numeric, e.value::numeric, null::smallint,
           ${quality}::smallint, report.id ${each}`
  const parted = sql`
    select report.id as report_id, ${unitId}::int as unit_id, ${periodId}::int as period_id,
           ${quality}::smallint as quality, e.key, e.value, false as is_approved, true as is_submitted ${each}`
  const isPlain = !Object.keys(cells).some((key) => key.includes(':'))
  const values = insertValues(isPlain ? plain : projected(parted))
  const indicatorIds = [...new Set(Object.keys(cells).map((key) => Number.parseInt(key, 10)))]
  await sql`
    with ${also}, changed as (${values})
    insert into rollup_pending (period_id, indicator_ids) values (${periodId}, ${indicatorIds}::int[])`.execute(
    tx,
  )
}

export type CellDifference = {
  form: string
  unit: string
  period: string
  indicator: string
  breakdown: string
  /** By the report's versions in force; null: no such cell. */
  reported: string | null
  /** What the table of values holds. */
  held: string | null
}

/** Compares the values of reports `from` < id <= `to` with their versions in force, and names each differing cell. */
export async function compareCells(db: Db, from: number, to: number): Promise<CellDifference[]> {
  const { rows } = await sql<CellDifference>`
    with p as (${projected(storedCells(sql`select id from reports where id > ${from} and id <= ${to}`))}),
         h as (select v.* from indicator_values v where v.report_id > ${from} and v.report_id <= ${to})
    select f.code as form, (select last_code from unit_lives l where l.unit_id = r.unit_id) as unit, pe.code as period, i.code as indicator, b.key as breakdown,
           coalesce(p.approved, p.submitted)::text as reported, coalesce(h.approved, h.submitted)::text as held
      from p full join h on (p.report_id, p.indicator_id, p.breakdown_id) = (h.report_id, h.indicator_id, h.breakdown_id)
      join reports r on r.id = coalesce(p.report_id, h.report_id)
      join forms f on f.id = r.form_id
      join periods pe on pe.id = coalesce(h.period_id, p.period_id)
      join indicators i on i.id = coalesce(h.indicator_id, p.indicator_id)
      join breakdowns b on b.id = coalesce(h.breakdown_id, p.breakdown_id)
     where (p.approved, p.submitted) is distinct from (h.approved, h.submitted)
       and not (p.report_id is not null and h.report_id is null and exists (
             select 1 from indicator_values o
              where (o.indicator_id, o.period_id, o.unit_id, o.breakdown_id) = (p.indicator_id, p.period_id, p.unit_id, p.breakdown_id)
                and o.report_id is distinct from p.report_id))
       and coalesce(p.approved, p.submitted, h.approved, h.submitted) is not null
     limit 100`.execute(db)
  return rows
}
