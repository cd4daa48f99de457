import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'

export async function listSourceIndicators(db: Db, source: string): Promise<number[]> {
  const rows = await db.selectFrom('indicators').select('id').where('source', '=', source).execute()
  return rows.map((row) => row.id)
}

/** Makes an indicator's values exactly these, and answers with the periods in which something changed. */
export async function replaceSourceValues(
  tx: Tx,
  indicatorId: number,
  values: readonly { unitId: number; periodId: number; value: string }[],
): Promise<number[]> {
  const given = sql`unnest(${values.map((v) => v.unitId)}::int[], ${values.map((v) => v.periodId)}::int[],
                           ${values.map((v) => v.value)}::numeric[]) g (unit_id, period_id, value)`
  const { rows } = await sql<{ period_id: number }>`
    with gone as (
      delete from indicator_values v where v.indicator_id = ${indicatorId}
         and (v.unit_id, v.period_id) not in (select g.unit_id, g.period_id from ${given})
      returning v.period_id),
    written as (
      insert into indicator_values as v (indicator_id, period_id, unit_id, breakdown_id, approved, submitted,
                                         approved_quality, submitted_quality)
      select ${indicatorId}, g.period_id, g.unit_id, 0, g.value, g.value, 2, 2 from ${given}
      on conflict (indicator_id, period_id, unit_id, breakdown_id) do update
        set approved = excluded.approved, submitted = excluded.submitted
      where v.approved is distinct from excluded.approved
      returning v.period_id)
    select period_id from gone union select period_id from written`.execute(tx)
  return rows.map((row) => row.period_id)
}

/** Lets one writer after the other count the records of a place, until the end of its transaction. */
export async function lockSource(
  tx: Tx,
  source: string,
  places: readonly { unitId: number; period: string }[],
): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(place, 0))
      from (select distinct ${source}::text || ' ' || u || ' ' || p as place
              from unnest(${places.map((p) => p.unitId)}::int[], ${places.map((p) => p.period)}::text[]) g (u, p)
             order by 1) places`.execute(tx)
}

type Place = { unitId: number; periodId: number }

/** Makes an indicator's values at these places exactly the given ones; answers the periods in which something changed. */
export async function writeSourceValues(
  tx: Tx,
  indicatorId: number,
  places: readonly Place[],
  values: readonly (Place & { value: string })[],
): Promise<number[]> {
  const { rows } = await sql<{ period_id: number }>`
    with given as (
      select * from unnest(${values.map((v) => v.unitId)}::int[], ${values.map((v) => v.periodId)}::int[],
                           ${values.map((v) => v.value)}::numeric[]) g (unit_id, period_id, value)),
    gone as (
      delete from indicator_values v where v.indicator_id = ${indicatorId}
         and (v.unit_id, v.period_id) in (
           select * from unnest(${places.map((p) => p.unitId)}::int[], ${places.map((p) => p.periodId)}::int[]))
         and not exists (select from given g where (g.unit_id, g.period_id) = (v.unit_id, v.period_id))
      returning v.period_id),
    written as (
      insert into indicator_values as v (indicator_id, period_id, unit_id, breakdown_id, approved, submitted,
                                         approved_quality, submitted_quality)
      select ${indicatorId}, g.period_id, g.unit_id, 0, g.value, g.value, 2, 2 from given g
      on conflict (indicator_id, period_id, unit_id, breakdown_id) do update
        set approved = excluded.approved, submitted = excluded.submitted
      where v.approved is distinct from excluded.approved
      returning v.period_id)
    select period_id from gone union select period_id from written`.execute(tx)
  return rows.map((row) => row.period_id)
}

/** What the table of values holds for a source. */
export async function readSourceValues(db: Db, source: string) {
  const { rows } = await sql<{ unitId: number; period: string; value: string }>`
    select v.unit_id as "unitId", p.code as period, v.approved::text as value
      from indicators i
      join indicator_values v on v.indicator_id = i.id
      join periods p on p.id = v.period_id
     where i.source = ${source}`.execute(db)
  return rows
}
