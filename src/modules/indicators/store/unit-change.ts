// What hangs on units that are about to end or to give ground away.

import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

/** How many values a unit has of an indicator, and the codes of the first and last period that has one. */
export type HeldSeries = { indicatorId: number; unitId: number; values: number; from: string; to: string }

/** Values of those units in periods that end before a day, approved or submitted. */
export async function listHeldSeries(
  db: Db,
  unitIds: readonly number[],
  before: string,
): Promise<HeldSeries[]> {
  const { rows } = await sql<HeldSeries>`
    select v.indicator_id as "indicatorId", v.unit_id as "unitId", count(*)::int as values,
           (array_agg(p.code order by p.starts_on, p.ends_on))[1] as "from",
           (array_agg(p.code order by p.ends_on desc, p.starts_on desc))[1] as "to"
      from indicator_values v join periods p on p.id = v.period_id
     where v.unit_id = any(${unitIds}::int[]) and p.ends_on < ${before}
       and (v.approved is not null or v.submitted is not null)
     group by v.indicator_id, v.unit_id
     order by v.indicator_id, v.unit_id`.execute(db)
  return rows
}

export type OpenReport = {
  unitId: number
  form: string
  name: string
  nameEn: string | null
  period: string
  state: 'draft' | 'submitted' | 'returned'
}

/** Reports of those units that wait for somebody: drafts, submitted and returned ones. */
export async function listOpenReports(db: Db, unitIds: readonly number[]): Promise<OpenReport[]> {
  const { rows } = await sql<OpenReport>`
    select r.unit_id as "unitId", f.code as form, f.name, f.name_en as "nameEn", p.code as period, v.state
      from reports r
      join report_versions v on v.report_id = r.id and v.version = r.latest_version
      join forms f on f.id = r.form_id
      join periods p on p.id = r.period_id
     where r.unit_id = any(${unitIds}::int[]) and v.state <> 'approved'
     order by r.unit_id, p.starts_on, f.code`.execute(db)
  return rows
}
