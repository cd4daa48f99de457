import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Address } from '../rules/address.ts'
import type { Product, Repeats } from '../schema.ts'

export type DutyRow = {
  id: number
  directiveId: number
  task: string
  product: Product
  indicator: string | null
  programme: string | null
  repeats: Repeats | null
  firstDueOn: Day | null
  lastDueOn: Day | null
  issuedOn: Day
  deciderId: number
  createdBy: string
  createdFor: string | null
  createdAt: Date
  withdrawnAt: Date | null
  withdrawnBecause: string | null
}

export type NewDuty = Pick<
  DutyRow,
  | 'directiveId'
  | 'task'
  | 'product'
  | 'indicator'
  | 'programme'
  | 'repeats'
  | 'firstDueOn'
  | 'lastDueOn'
  | 'issuedOn'
  | 'deciderId'
> & { addressed: Address | { by: 'file' } }

/** Who does it, for whom, and when. */
export type Doing = { by: string; onBehalfOf?: string | null; at: Date }

const COLUMNS = sql`
  d.id, d.directive_id as "directiveId", d.task, d.product, d.indicator, d.programme, d.repeats,
  d.first_due_on as "firstDueOn", d.last_due_on as "lastDueOn", d.issued_on as "issuedOn", d.decider_id as "deciderId",
  d.created_by as "createdBy", d.created_for as "createdFor", d.created_at as "createdAt",
  d.withdrawn_at as "withdrawnAt", d.withdrawn_because as "withdrawnBecause"`

export async function findDuty(db: Db, id: number): Promise<DutyRow | undefined> {
  const { rows } = await sql<DutyRow>`select ${COLUMNS} from duties d where d.id = ${id}`.execute(db)
  return rows[0]
}

/** @returns ids in the order given */
export async function insertDuties(tx: Tx, duties: readonly NewDuty[], doing: Doing): Promise<number[]> {
  if (duties.length === 0) return []
  const rows = duties.map((d) => ({
    directive_id: d.directiveId,
    task: d.task,
    product: d.product,
    indicator: d.indicator,
    programme: d.programme,
    repeats: d.repeats,
    first_due_on: d.firstDueOn,
    last_due_on: d.lastDueOn,
    issued_on: d.issuedOn,
    decider_id: d.deciderId,
    addressed: d.addressed,
    created_by: doing.by,
    created_for: doing.onBehalfOf ?? null,
    created_at: doing.at,
  }))
  const { rows: made } = await sql<{ id: number }>`
    insert into duties (directive_id, task, product, indicator, programme, repeats, first_due_on, last_due_on, issued_on,
                        decider_id, addressed, created_by, created_for, created_at)
    select directive_id, task, product, indicator, programme, repeats, first_due_on, last_due_on, issued_on, decider_id,
           addressed, created_by, created_for, created_at
      from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (
             directive_id bigint, task text, product text, indicator text, programme text, repeats text,
             first_due_on date, last_due_on date, issued_on date, decider_id int, addressed jsonb, created_by text,
             created_for text, created_at timestamptz)) with ordinality
     order by ordinality
     returning id`.execute(tx)
  return made.map(({ id }) => id).sort((a, b) => a - b)
}

/** Asks no longer. False when it is not there or was withdrawn before. */
export async function markDutyWithdrawn(
  tx: Tx,
  id: number,
  because: string,
  { at }: Doing,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('duties')
    .set({ withdrawn_at: at, withdrawn_because: because })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
