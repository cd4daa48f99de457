import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Cells } from '../rules/cells.ts'
import type { ReportState } from '../schema.ts'

/** The latest version of a unit's report, and what the unit had in force for the period before. */
export type StoredLine = {
  unitId: number
  /** Null: nothing saved yet. */
  state: ReportState | null
  version: number
  revision: number
  quality: number
  /** It was sent back, and is to be corrected whatever the day. */
  isReturned: boolean
  cells: Cells
  previous: Cells
}

type Row = {
  unit_id: number
  version: number | null
  revision: number | null
  is_locked: boolean | null
  state: ReportState | null
  quality: number | null
  is_returned: boolean | null
  cells: Cells | null
  previous: Cells | null
}

/** One line for each unit, in one statement. `previous` is the code of the period before, null when there is none. */
export async function listLines(
  db: Db,
  formId: number,
  period: string,
  previous: string | null,
  unitIds: readonly number[],
): Promise<Map<number, StoredLine>> {
  const { rows } = await sql<Row>`
    select u.id as unit_id, v.version, r.revision, v.state, v.quality, v.cells, b.cells as previous,
           r.locked_at is not null and v.version = r.approved_version as is_locked,
           v.state = 'returned' or (v.state = 'draft' and w.state = 'returned') as is_returned
      from unnest(${unitIds}::int[]) u (id)
      left join periods p on p.code = ${period}
      left join reports r on r.form_id = ${formId} and r.unit_id = u.id and r.period_id = p.id
      left join report_versions v on v.report_id = r.id and v.version = r.latest_version
      left join report_versions w on w.report_id = r.id and w.version = r.latest_version - 1
      left join (
        select i.unit_id, jsonb_object_agg(
                 i.indicator_id || case when i.breakdown_id = 0 then '' else ':' || i.breakdown_id end,
                 coalesce(i.approved, i.submitted)::text) as cells
          from indicator_values i
          join periods q on q.id = i.period_id and q.code = ${previous}
         where i.unit_id = any(${unitIds}::int[])
           and i.indicator_id in (select indicator_id from form_indicators where form_id = ${formId})
         group by i.unit_id) b on b.unit_id = u.id`.execute(db)
  return new Map(rows.map((row) => [row.unit_id, toLine(row)]))
}

const toLine = (row: Row): StoredLine => ({
  unitId: row.unit_id,
  state: row.version === null ? null : row.is_locked ? 'locked' : row.state,
  version: row.version ?? 0,
  revision: row.revision ?? 0,
  quality: row.quality ?? 2,
  isReturned: row.is_returned === true,
  cells: row.cells ?? {},
  previous: row.previous ?? {},
})
