import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Standing } from '../rules/board.ts'

/**
 * Where the reports of these forms for one period stand, by form and unit: of all units at once, in one statement. No
 * values are read.
 */
export async function listStandings(
  db: Db,
  formIds: readonly number[],
  period: string,
): Promise<Map<number, Map<number, Standing>>> {
  const { rows } = await sql<Standing & { form_id: number; unit_id: number }>`
    select r.form_id, r.unit_id,
           case when r.locked_at is not null and v.version = r.approved_version then 'locked' else v.state end as state,
           (select min(o.submitted_at) from report_versions o
             where o.report_id = r.id and o.import_id is null) as "firstSubmittedAt",
           r.submitted_version is not null as "isSubmitted", r.approved_version is not null as "isApproved"
      from periods p
      join reports r on r.period_id = p.id and r.form_id = any(${formIds}::int[])
      join report_versions v on v.report_id = r.id and v.version = r.latest_version
     where p.code = ${period}`.execute(db)
  const byForm = new Map<number, Map<number, Standing>>()
  for (const { form_id, unit_id, ...standing } of rows)
    byForm.getOrInsertComputed(form_id, () => new Map()).set(unit_id, standing)
  return byForm
}
