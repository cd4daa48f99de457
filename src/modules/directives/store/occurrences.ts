import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { DutyState, Product, Repeats, StepDays } from '../schema.ts'

/** One unit's turn at a duty, with the directive and the task that it is of. */
export type OccurrenceRow = {
  id: number
  dutyId: number
  directiveId: number
  number: string
  excerpt: string
  directiveIssuedOn: Day
  task: string
  product: Product
  repeats: Repeats | null
  deciderId: number
  unitId: number
  unitCode: string
  unitName: string
  ordinal: number
  dueOn: Day | null
  askedDueOn: Day | null
  state: DutyState
  steps: StepDays
  revision: number
  acknowledgedOn: Day | null
  acknowledgedBy: string | null
  passedById: number | null
  withdrawnAt: Date | null
  withdrawnBy: string | null
  withdrawnBecause: string | null
}

const COLUMNS = sql`
  o.id, o.duty_id as "dutyId", o.directive_id as "directiveId", n.number, n.excerpt,
  n.issued_on as "directiveIssuedOn", d.task, d.product, d.repeats, d.decider_id as "deciderId",
  o.unit_id as "unitId", o.unit_code as "unitCode", o.unit_name as "unitName", o.ordinal, o.due_on as "dueOn",
  o.asked_due_on as "askedDueOn", o.state,
  jsonb_build_object('received', o.received_on, 'studied', o.studied_on, 'planned', o.planned_on,
                     'reported', o.reported_on, 'done', o.done_on) as steps,
  o.revision, o.acknowledged_on as "acknowledgedOn", o.acknowledged_by as "acknowledgedBy",
  o.passed_by_id as "passedById", o.withdrawn_at as "withdrawnAt", o.withdrawn_by as "withdrawnBy",
  o.withdrawn_because as "withdrawnBecause"`

const FROM = sql`
  from duty_occurrences o
  join duties d on d.id = o.duty_id
  join directives n on n.id = o.directive_id`

export async function findOccurrence(db: Db, id: number): Promise<OccurrenceRow | undefined> {
  const { rows } = await sql<OccurrenceRow>`select ${COLUMNS} ${FROM} where o.id = ${id}`.execute(db)
  return rows[0]
}

/** The occurrence, this transaction's own until it ends. */
export async function takeOccurrence(tx: Tx, id: number): Promise<OccurrenceRow | undefined> {
  const { rows } = await sql<OccurrenceRow>`
    select ${COLUMNS} ${FROM} where o.id = ${id} for update of o`.execute(tx)
  return rows[0]
}

export type OccurrenceQuery = {
  /** Null: of every unit. */
  unitIds: readonly number[] | null
  directiveId?: number | undefined
  dutyId?: number | undefined
  /** Left out: all that still count. */
  state?: DutyState | 'todo' | undefined
  /** Past its day on this day, and not done. */
  lateOn?: Day | undefined
  dueFrom?: Day | undefined
  dueTo?: Day | undefined
}
/** Of the last one of the page before. */
export type OccurrenceCursor = { dueOn: Day | null; id: number }

/** Written as words, so that the index of what is open can serve. */
function stateAsked(state: OccurrenceQuery['state']): RawBuilder<unknown> {
  if (state === undefined) return sql`o.state in ('open', 'answered', 'returned', 'accepted')`
  if (state === 'todo') return sql`o.state in ('open', 'returned')`
  return sql`o.state = ${sql.lit(state)}`
}

const asked = (q: OccurrenceQuery): RawBuilder<unknown> => sql`
  ${stateAsked(q.state)}
  ${q.unitIds === null ? sql`` : sql`and o.unit_id = any(${[...q.unitIds]}::int[])`}
  ${q.directiveId === undefined ? sql`` : sql`and o.directive_id = ${q.directiveId}`}
  ${q.dutyId === undefined ? sql`` : sql`and o.duty_id = ${q.dutyId}`}
  ${
    q.lateOn === undefined
      ? sql``
      : sql`and o.due_on < ${q.lateOn}::date and o.state in ('open', 'answered', 'returned')`
  }
  ${q.dueFrom === undefined ? sql`` : sql`and o.due_on >= ${q.dueFrom}::date`}
  ${q.dueTo === undefined ? sql`` : sql`and o.due_on <= ${q.dueTo}::date`}`

const following = ({ dueOn, id }: OccurrenceCursor): RawBuilder<unknown> =>
  dueOn === null
    ? sql`and o.due_on is null and o.id > ${id}::bigint`
    : sql`and ((o.due_on, o.id) > (${dueOn}::date, ${id}::bigint) or o.due_on is null)`

/** Those due first first, without a day last. */
export async function listOccurrences(
  db: Db,
  query: OccurrenceQuery,
  { after, limit }: { after: OccurrenceCursor | null; limit: number },
): Promise<OccurrenceRow[]> {
  const { rows } = await sql<OccurrenceRow>`
    with page as materialized (
      select o.id from duty_occurrences o
       where ${asked(query)} ${after === null ? sql`` : following(after)}
       order by o.due_on, o.id limit ${limit})
    select ${COLUMNS} ${FROM} where o.id in (select id from page) order by o.due_on, o.id`.execute(db)
  return rows
}

export type DutyCounts = {
  id: number
  task: string
  product: Product
  indicator: string | null
  programme: string | null
  repeats: Repeats | null
  firstDueOn: Day | null
  lastDueOn: Day | null
  issuedOn: Day
  deciderId: number
  withdrawnAt: Date | null
  withdrawnBecause: string | null
  units: number
  occurrences: number
  accepted: number
  answered: number
  returned: number
  overdue: number
}

/** The duties of a directive that ask something of these units, the latest first; 500 at most. */
export async function countByDuty(
  db: Db,
  { directiveId, unitIds, on }: { directiveId: number; unitIds: readonly number[] | null; on: Day },
): Promise<DutyCounts[]> {
  const mine = unitIds === null ? sql`` : sql`and o.unit_id = any(${[...unitIds]}::int[])`
  const counting = sql`o.state in ('open', 'answered', 'returned', 'accepted')`
  const { rows } = await sql<DutyCounts>`
    select d.id, d.task, d.product, d.indicator, d.programme, d.repeats, d.issued_on as "issuedOn",
           d.decider_id as "deciderId", d.withdrawn_at as "withdrawnAt", d.withdrawn_because as "withdrawnBecause",
           min(o.due_on) as "firstDueOn", max(o.due_on) as "lastDueOn",
           (count(distinct o.unit_id) filter (where ${counting}))::int as units,
           (count(*) filter (where ${counting}))::int as occurrences,
           (count(*) filter (where o.state = 'accepted'))::int as accepted,
           (count(*) filter (where o.state = 'answered'))::int as answered,
           (count(*) filter (where o.state = 'returned'))::int as returned,
           (count(*) filter (where o.state in ('open', 'answered', 'returned') and o.due_on < ${on}))::int as overdue
      from duty_occurrences o
      join duties d on d.id = o.duty_id
     where o.directive_id = ${directiveId} ${mine}
     group by d.id
     order by d.id desc limit 500`.execute(db)
  return rows
}
