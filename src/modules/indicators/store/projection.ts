// From report versions to values: the one place that says which cell of which version is in force.

import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'

/**
 * The values that the given reports (a subquery of ids) give. `approved` comes from the approved version in force,
 * `submitted` from the last one submitted or approved; a cell of neither is null. The undivided value of an indicator is
 * its own cell or, where units add up, the sum of its breakdown.
 */
const projected = (reportIds: ReturnType<typeof sql>) => sql`
  with cells as materialized (
    select r.id as report_id, r.unit_id, r.period_id, v.quality, e.value::numeric as value,
           split_part(e.key, ':', 1)::int as indicator_id,
           coalesce(nullif(split_part(e.key, ':', 2), ''), '0')::int as breakdown_id,
           v.version = r.approved_version as is_approved, v.version = r.submitted_version as is_submitted
      from reports r
      join report_versions v on v.report_id = r.id
                            and v.version in (r.approved_version, r.submitted_version, r.latest_version)
     cross join lateral jsonb_each_text(v.cells) e
     where r.id in (${reportIds}))
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

/** Brings the values of these reports up to their versions in force. Whoever calls it leaves the pending marker. */
export async function projectReports(tx: Tx, reportIds: ReturnType<typeof sql>): Promise<void> {
  await sql`
    insert into indicator_values as v (indicator_id, period_id, unit_id, breakdown_id, approved, submitted,
                                       approved_quality, submitted_quality, report_id)
    ${projected(reportIds)}
    on conflict (indicator_id, period_id, unit_id, breakdown_id) do update
      set approved = excluded.approved, submitted = excluded.submitted, approved_quality = excluded.approved_quality,
          submitted_quality = excluded.submitted_quality, report_id = excluded.report_id
    where (v.approved, v.submitted, v.approved_quality, v.submitted_quality, v.report_id) is distinct from
          (excluded.approved, excluded.submitted, excluded.approved_quality, excluded.submitted_quality, excluded.report_id)`.execute(
    tx,
  )
}

export type CellDifference = {
  form: string
  unit_id: number
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
    with p as (${projected(sql`select id from reports where id > ${from} and id <= ${to}`)}),
         h as (select v.* from indicator_values v where v.report_id > ${from} and v.report_id <= ${to})
    select f.code as form, r.unit_id, pe.code as period, i.code as indicator, b.key as breakdown,
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
