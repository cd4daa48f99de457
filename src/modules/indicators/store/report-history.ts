// What others ask about reports that were written: their versions, how many there are, and which hang on a unit.

import { sql } from 'kysely'
import type { RecordLookup, RecordOnUnit } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'

/** One version of a report, and its value of one indicator. Names are accounts', null when an office brought it in. */
export type ReportedVersion = {
  form: string
  formName: string
  formNameEn: string | null
  version: number
  state: string
  quality: number
  /** What the version says in the asked cell; without an undivided cell, the sum of its breakdown. */
  value: string | null
  createdBy: string
  submittedBy: string | null
  submittedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
  imported: boolean
}

/**
 * All versions of the report behind one unit's value for one stored period, newest first, with what each says there: its own
 * cell or, where units add up, the sum of its breakdown.
 */
export async function reportHistory(
  db: Db,
  { indicator, unitId, period }: { indicator: string; unitId: number; period: string },
): Promise<ReportedVersion[]> {
  const { rows } = await sql<ReportedVersion>`
    select f.code as form, f.name as "formName", f.name_en as "formNameEn", v.version,
           case when v.version = r.approved_version and r.locked_at is not null then 'locked' else v.state end as state,
           v.quality, coalesce(v.cells ->> i.id::text, (
             select sum(cell.value::numeric)::text from jsonb_each_text(v.cells) cell
              where i.across_units = 'sum' and split_part(cell.key, ':', 1) = i.id::text)) as value, v.created_by as "createdBy", v.submitted_by as "submittedBy",
           v.submitted_at as "submittedAt", v.decided_by as "decidedBy", v.decided_at as "decidedAt", v.reason,
           v.import_id is not null as imported
      from indicators i
      join periods p on p.code = ${period}
      join indicator_values c on (c.indicator_id, c.period_id, c.unit_id, c.breakdown_id) = (i.id, p.id, ${unitId}, 0)
      join reports r on r.id = c.report_id
      join forms f on f.id = r.form_id
      join report_versions v on v.report_id = r.id
     where i.code = ${indicator}
     order by v.version desc`.execute(db)
  return rows
}

/** How many reports there are, and the highest id among them. */
export async function countReports(db: Db): Promise<{ count: number; last: number }> {
  const { rows } = await sql<{ count: number; last: number }>`
    select count(*)::int as count, coalesce(max(id), 0) as last from reports`.execute(db)
  return rows[0]!
}

/** What organisation asks before it ends a unit: its reports of that day or later. */
export const reportRecords: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select r.unit_id as "unitId", 'report' as kind, f.code || ' ' || p.code as label
      from endings e
      join reports r on r.unit_id = e."unitId"
      join forms f on f.id = r.form_id
      join periods p on p.id = r.period_id
     where p.ends_on >= e."from" and r.latest_version > 0
     order by r.unit_id, p.starts_on, f.code`.execute(tx)
  return rows
}
