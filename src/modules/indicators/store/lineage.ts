import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Leaf } from '../rules/over-time.ts'
import type { LeafReport, ValueState } from '../schema.ts'

/** A version, and the ids of the files that it names for the indicator's cells. */
export type Source = { report: LeafReport; files: string[] }

/** The report versions that values were taken from, by `unit id:period code`. Values computed from records have none. */
export async function findSources(
  db: Db,
  indicatorId: number,
  leaves: readonly Leaf[],
  state: ValueState,
): Promise<Map<string, Source>> {
  const { rows } = await sql<LeafReport & { unit_id: number; files: string[] }>`
    select i.unit_id, f.code as form, p.code as period, v.version,
           case when r.locked_at is not null then 'locked' else v.state end as state,
           to_char(v.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "submittedAt",
           to_char(v.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "approvedAt",
           array(select distinct file from jsonb_each(v.evidence) e, jsonb_array_elements_text(e.value) file
                  where split_part(e.key, ':', 1) = ${indicatorId}::text order by file) as files
      from indicator_values i
      join periods p on p.id = i.period_id
      join reports r on r.id = i.report_id
      join forms f on f.id = r.form_id
      join report_versions v on v.report_id = r.id and v.version = ${sql.ref(`r.${state}_version`)}
     where i.indicator_id = ${indicatorId} and i.breakdown_id = 0
       and (p.code, i.unit_id) in (
         select * from unnest(${leaves.map((l) => l.period.code)}::text[], ${leaves.map((l) => l.unit)}::int[]))`.execute(
    db,
  )
  return new Map(
    rows.map(({ unit_id, files, ...report }) => [`${unit_id}:${report.period}`, { report, files }]),
  )
}
