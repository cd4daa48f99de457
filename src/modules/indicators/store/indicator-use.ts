// What stands behind definitions: values, reports, and who asks for what.

import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

/** What is held of a reported indicator: how many values, their first and last period, and items that have some. */
export type HeldUse = { indicatorId: number; values: number; from: string; to: string; items: string[] }

/** Indicators of which nothing is held are left out. */
export async function listHeldUse(db: Db): Promise<HeldUse[]> {
  const { rows } = await sql<HeldUse>`
    with held as (
      select indicator_id, period_id, breakdown_id, count(*)::int as values
        from indicator_values where approved is not null or submitted is not null
       group by indicator_id, period_id, breakdown_id)
    select h.indicator_id as "indicatorId", sum(h.values)::int as values,
           (array_agg(p.code order by p.starts_on, p.ends_on))[1] as "from",
           (array_agg(p.code order by p.ends_on desc, p.starts_on desc))[1] as "to",
           coalesce(array_agg(distinct split_part(b.key, '=', 2)) filter (where b.id <> 0), '{}') as items
      from held h
      join periods p on p.id = h.period_id
      join breakdowns b on b.id = h.breakdown_id
     group by h.indicator_id`.execute(db)
  return rows
}

/** Codes of the forms that ask each indicator; forms that an import made for itself are left out. */
export async function listAsking(db: Db): Promise<{ indicatorId: number; form: string }[]> {
  return db
    .selectFrom('form_indicators as fi')
    .innerJoin('forms as f', 'f.id', 'fi.form_id')
    .select(['fi.indicator_id as indicatorId', 'f.code as form'])
    .where('f.is_asked', '=', true)
    .orderBy('f.code')
    .execute()
}

export type StoredForm = {
  id: number
  code: string
  name: string
  nameEn: string | null
  frequency: string
  field: string | null
  indicators: string[]
  reports: number
  used: string[]
}

/** A form as it is defined, with what was answered to it; undefined when there is none. */
export async function findForm(db: Db, code: string): Promise<StoredForm | undefined> {
  const { rows } = await sql<StoredForm>`
    select f.id, f.code, f.name, f.name_en as "nameEn", f.frequency, f.field,
           coalesce((select array_agg(i.code order by fi.position)
                       from form_indicators fi join indicators i on i.id = fi.indicator_id
                      where fi.form_id = f.id), '{}') as indicators,
           (select count(*)::int from reports r where r.form_id = f.id and r.latest_version > 0) as reports,
           coalesce((select array_agg(i.code order by fi.position)
                       from form_indicators fi join indicators i on i.id = fi.indicator_id
                      where fi.form_id = f.id and exists (
                        select from indicator_values v join reports r on r.id = v.report_id
                         where v.indicator_id = i.id and r.form_id = f.id)), '{}') as used
      from forms f where f.code = ${code}`.execute(db)
  return rows[0]
}
