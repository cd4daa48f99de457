import { sql } from 'kysely'
import type { PeriodKind } from '#kernel/period.ts'
import type { Db } from '#platform/db/db.ts'

/** The forms that units are asked for, by code. */
export async function listAskedForms(db: Db) {
  const rows = await db
    .selectFrom('forms as f')
    .select(['f.id', 'f.code', 'f.name', 'f.name_en as nameEn', 'f.frequency', 'f.field'])
    .select((eb) =>
      eb
        .selectFrom('form_indicators as fi')
        .select((e) => e.fn.countAll<number>().as('count'))
        .whereRef('fi.form_id', '=', 'f.id')
        .as('indicators'),
    )
    .where('f.is_asked', '=', true)
    .orderBy('f.code')
    .execute()
  return rows.map((row) => ({
    ...row,
    frequency: row.frequency as PeriodKind,
    indicators: row.indicators ?? 0,
  }))
}

/** A cell's own past: its value of the period before (null: none), and the values of all periods asked for. */
export type Past = { previous: string | null; history: string[] }

type PastQuery = {
  indicatorIds: readonly number[]
  unitIds: readonly number[]
  /** Codes; the first is the one right before. */
  periods: readonly string[]
}

/** The past of many units' cells, by unit and key of cell: what is approved or, until then, submitted. One statement. */
export async function listPast(db: Db, q: PastQuery): Promise<Map<number, Record<string, Past>>> {
  const { rows } = await sql<{ unit_id: number; cells: Record<string, Past> }>`
    select unit_id, jsonb_object_agg(key, jsonb_build_object('previous', previous, 'history', history)) as cells
      from (select v.unit_id,
                   v.indicator_id || case when v.breakdown_id > 0 then ':' || v.breakdown_id else '' end as key,
                   max(coalesce(v.approved, v.submitted)::text) filter (where p.code = ${q.periods[0] ?? ''}) as previous,
                   jsonb_agg(coalesce(v.approved, v.submitted)::text) as history
              from indicator_values v join periods p on p.id = v.period_id
             where v.indicator_id = any(${q.indicatorIds}::int[]) and v.unit_id = any(${q.unitIds}::int[])
               and v.period_id = any(array(select id from periods where code = any(${q.periods}::text[])))
               and coalesce(v.approved, v.submitted) is not null
             group by 1, 2) past
     group by unit_id`.execute(db)
  return new Map(rows.map((row) => [row.unit_id, row.cells]))
}

/** Units that have saved a report to a form for a period. */
export async function listReporters(db: Db, formId: number, period: string): Promise<Set<number>> {
  const { rows } = await sql<{ unit_id: number }>`
    select r.unit_id from reports r join periods p on p.id = r.period_id
     where r.form_id = ${formId} and p.code = ${period} and r.latest_version > 0`.execute(db)
  return new Set(rows.map((row) => row.unit_id))
}
