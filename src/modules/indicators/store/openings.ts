import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { bumpDefinitions } from './forms.ts'

export type OpeningRow = {
  id: number
  form: string
  unitId: number
  period: string
  dueOn: Day | null
  closesOn: Day | null
  by: string
  at: Date
}

/** Of one period and of any of these units, the newest first. */
export async function listOpenings(
  db: Db,
  period: string,
  unitIds: readonly number[],
): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select o.id, f.code as form, o.unit_id as "unitId", p.code as period, o.due_on as "dueOn",
           o.closes_on as "closesOn", o.created_by as by, o.created_at as at
      from openings o
      join periods p on p.id = o.period_id
      join forms f on f.id = o.form_id
     where p.code = ${period} and o.unit_id = any(${unitIds}::int[])
     order by o.id desc`.execute(db)
  return rows
}

type NewOpening = {
  formId: number
  unitId: number
  periodId: number
  dueOn: Day | null
  closesOn: Day | null
}

/** Notes that the office asks. An earlier opening of the same gives way to it. */
export async function insertOpening(tx: Tx, o: NewOpening, by: string, at: Date): Promise<number> {
  const { id } = await tx
    .insertInto('openings')
    .values({
      form_id: o.formId,
      unit_id: o.unitId,
      period_id: o.periodId,
      due_on: o.dueOn,
      closes_on: o.closesOn,
      created_by: by,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  // A close of its own makes the form one that must be asked about at each save.
  if (o.closesOn !== null) await bumpDefinitions(tx)
  return id
}
