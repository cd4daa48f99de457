import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { StoredException, StoredOpening } from '../rules/cutoff.ts'

/** The rules that may hold for a form (its alias), as `StoredRule`: its own, and those of every form of its frequency. */
export const rulesOf = (form: RawBuilder<unknown>) => sql`
  select c.id, c.form_id as "formId", c.level, c.valid_from::text as "validFrom", c.valid_to::text as "validTo", c.days
    from cutoff_rules c
   where c.form_id = ${form}.id or (c.form_id is null and c.frequency = ${form}.frequency)
   order by c.id`

export type Loosened = { openings: StoredOpening[]; exceptions: StoredException[] }

/** The openings of a form's period, and the exceptions that reach to `today`, in one statement. */
export async function listLoosened(db: Db, formId: number, period: string, today: Day): Promise<Loosened> {
  const { rows } = await sql<Loosened>`
    select (select coalesce(jsonb_agg(jsonb_build_object(
                     'id', o.id, 'unitId', o.unit_id, 'dueOn', o.due_on, 'closesOn', o.closes_on,
                     'openedOn', (o.created_at at time zone 'Asia/Ho_Chi_Minh')::date)), '[]')
              from openings o join periods p on p.id = o.period_id
             where o.form_id = ${formId} and p.code = ${period}) as openings,
           (select coalesce(jsonb_agg(jsonb_build_object('unitId', e.unit_id, 'until', e.until)), '[]')
              from cutoff_exceptions e join periods p on p.id = e.period_id
             where coalesce(e.form_id, ${formId}) = ${formId} and p.code = ${period}
               and e.until >= ${today}::date and e.ended_at is null) as exceptions`.execute(db)
  return rows[0]!
}
