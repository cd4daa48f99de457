import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { StoredException, StoredOpening } from '../rules/cutoff.ts'

/** The rules that may hold for a form (its alias), as `StoredRule`: its own, and those of every form of its frequency. */
export const rulesOf = (form: RawBuilder<unknown>) => sql`
  select c.id, c.form_id as "formId", c.level, c.valid_from::text as "validFrom", c.valid_to::text as "validTo", c.days
    from cutoff_rules c
   where c.form_id = ${form}.id or (c.form_id is null and c.frequency = ${form}.frequency)
   order by c.id`

export type Loosened = { openings: StoredOpening[]; exceptions: StoredException[] }

/** The openings of each form's period, and the exceptions that reach to `today`, in one statement. */
export async function listLoosened(
  db: Db,
  formIds: readonly number[],
  period: string,
  today: Day,
): Promise<Map<number, Loosened>> {
  const { rows } = await sql<Loosened & { id: number }>`
    select f as id,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'id', o.id, 'unitId', o.unit_id, 'dueOn', o.due_on, 'closesOn', o.closes_on,
                     'openedOn', (o.created_at at time zone 'Asia/Ho_Chi_Minh')::date)), '[]')
              from openings o where o.form_id = f and o.period_id = p.id) as openings,
           (select coalesce(jsonb_agg(jsonb_build_object('unitId', e.unit_id, 'until', e.until)), '[]')
              from cutoff_exceptions e
             where coalesce(e.form_id, f) = f and e.period_id = p.id
               and e.until >= ${today}::date and e.ended_at is null) as exceptions
      from unnest(${formIds}::int[]) f join periods p on p.code = ${period}`.execute(db)
  return new Map(rows.map(({ id, ...loosened }) => [id, loosened]))
}

export type ExceptionRow = {
  id: number
  form: string | null
  unitId: number
  period: string
  periodEndsOn: Day
  until: Day
  reason: string
  by: string
  at: Date
}
const EXCEPTIONS = sql`
  select e.id, f.code as form, e.unit_id as "unitId", p.code as period, p.ends_on as "periodEndsOn", e.until, e.reason,
         e.created_by as by, e.created_at as at
    from cutoff_exceptions e
    join periods p on p.id = e.period_id
    left join forms f on f.id = e.form_id
   where e.ended_at is null`

/** Of one period and of any of these units, the newest first; those that were withdrawn are left out. */
export async function listExceptions(
  db: Db,
  period: string,
  unitIds: readonly number[],
): Promise<ExceptionRow[]> {
  const { rows } = await sql<ExceptionRow>`
    ${EXCEPTIONS} and p.code = ${period} and e.unit_id = any(${unitIds}::int[]) order by e.id desc`.execute(
    db,
  )
  return rows
}

/** Undefined when there is none, or it was withdrawn. */
export async function findException(db: Db, id: number): Promise<ExceptionRow | undefined> {
  const { rows } = await sql<ExceptionRow>`${EXCEPTIONS} and e.id = ${id}`.execute(db)
  return rows[0]
}

type Made = { by: string; at: Date }
type NewException = { formId: number | null; unitId: number; periodId: number; until: Day; reason: string }

export async function insertException(tx: Tx, e: NewException, { by, at }: Made): Promise<number> {
  const { id } = await tx
    .insertInto('cutoff_exceptions')
    .values({
      form_id: e.formId,
      unit_id: e.unitId,
      period_id: e.periodId,
      until: e.until,
      reason: e.reason,
      created_by: by,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Withdraws an exception; false when that was done before. */
export async function markExceptionEnded(tx: Tx, id: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cutoff_exceptions')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
