import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { PlanHorizon, PlanOrigin, PlanState, TaskState } from '../schema.ts'

export type PlanRow = {
  id: number
  unitId: number
  unitCode: string
  unitName: string
  horizon: PlanHorizon
  period: string
  startsOn: Day
  endsOn: Day
  title: string
  state: PlanState
  directiveId: number | null
  origin: PlanOrigin | null
  fromId: number | null
  passedById: number | null
  withdrawnBecause: string | null
  revision: number
  madeBy: string
  madeFor: string | null
  madeAt: Date
  changedBy: string
  changedAt: Date
  /** Ids of the directives that it answers, ascending. */
  answers: number[]
}
const PLAN = sql`
  p.id, p.unit_id as "unitId", p.unit_code as "unitCode", p.unit_name as "unitName", p.horizon, p.period,
  p.starts_on as "startsOn", p.ends_on as "endsOn", p.title, p.state, p.directive_id as "directiveId", p.origin,
  p.from_id as "fromId", p.passed_by_id as "passedById", p.withdrawn_because as "withdrawnBecause", p.revision,
  p.made_by as "madeBy", p.made_for as "madeFor", p.made_at as "madeAt", p.changed_by as "changedBy",
  p.changed_at as "changedAt",
  (select coalesce(jsonb_agg(a.directive_id order by a.directive_id), '[]')
     from plan_answers a where a.plan_id = p.id) as answers`

export async function findPlan(db: Db, id: number): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`select ${PLAN} from plans p where p.id = ${id}`.execute(db)
  return rows[0]
}

/** For a change: nobody else changes it until the end of the transaction. */
export async function takePlan(tx: Tx, id: number): Promise<PlanRow | undefined> {
  await sql`select id from plans where id = ${id} for update`.execute(tx)
  return findPlan(tx, id)
}

/** Copies that were made of a plan and stand, the first 100. */
export async function listCopies(db: Db, id: number): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select ${PLAN} from plans p where p.from_id = ${id} and p.state <> 'withdrawn' order by p.id limit 100`.execute(
    db,
  )
  return rows
}

/** How each task was last reported, the latest day first, and of one day the latest written. */
const LATEST = sql`
  left join lateral (select g.state, g.percent, g.on_day, g.note from plan_progress g
                      where g.item_id = i.id order by g.on_day desc, g.id desc limit 1) g on true`

export type PlanQuery = {
  unitId: number
  of: 'self' | 'all'
  period?: string | undefined
  horizon?: PlanHorizon | undefined
  state?: PlanState | undefined
  directiveId?: number | undefined
  /** Only those with a task that is late on this day. */
  lateOn?: Day | undefined
}

/** Those of the unit, or also of all that stood below it in the days of the plan, in any tree; the latest first. */
export async function listPlans(
  db: Db,
  { unitId, of, period, horizon, state, directiveId, lateOn }: PlanQuery,
  { after, limit }: { after: number | null; limit: number },
): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select ${PLAN} from plans p
     where ${
       of === 'self'
         ? sql`p.unit_id = ${unitId}`
         : sql`exists (select from unit_holders h
                        where h.unit_id = p.unit_id and h.ancestor_id = ${unitId}
                          and h.valid_from <= p.ends_on and h.valid_to >= p.starts_on)`
     }
       ${period === undefined ? sql`` : sql`and p.period = ${period}`}
       ${horizon === undefined ? sql`` : sql`and p.horizon = ${horizon}`}
       ${state === undefined ? sql`` : sql`and p.state = ${state}`}
       ${
         directiveId === undefined
           ? sql``
           : sql`and exists (select from plan_answers a
           where a.plan_id = p.id and a.directive_id = ${directiveId})`
       }
       ${
         lateOn === undefined
           ? sql``
           : sql`and p.state = 'issued' and exists (
           select from plan_items i ${LATEST}
            where i.plan_id = p.id and i.goal_id is not null and i.due_on < ${lateOn}::date
              and coalesce(g.state, 'going') = 'going')`
       }
       ${after === null ? sql`` : sql`and p.id < ${after}`}
     order by p.id desc limit ${limit}`.execute(db)
  return rows
}

export type ItemRow = {
  id: number
  planId: number
  /** Null: it is a goal. */
  goalId: number | null
  text: string
  responsible: string
  startsOn: Day | null
  dueOn: Day | null
  resources: string
  indicator: string | null
  targetUnitId: number | null
  targetPeriod: string | null
  fromId: number | null
  /** As last reported; `going` and 0 while nothing is. */
  state: TaskState
  percent: number
  reportedOn: Day | null
  note: string
}

/** Goals and tasks of these plans, in their order: a goal stands before its tasks. */
export async function listItems(db: Db, planIds: readonly number[]): Promise<ItemRow[]> {
  if (planIds.length === 0) return []
  const { rows } = await sql<ItemRow>`
    select i.id, i.plan_id as "planId", i.goal_id as "goalId", i.text, i.responsible, i.starts_on as "startsOn",
           i.due_on as "dueOn", i.resources, i.indicator, i.target_unit_id as "targetUnitId",
           i.target_period as "targetPeriod", i.from_id as "fromId", coalesce(g.state, 'going') as state,
           coalesce(g.percent, 0) as percent, g.on_day as "reportedOn", coalesce(g.note, '') as note
      from plan_items i ${LATEST}
     where i.plan_id = any(${[...planIds]}::bigint[])
     order by i.plan_id, i.position`.execute(db)
  return rows
}

export type ProgressRow = {
  id: number
  onDay: Day
  state: TaskState
  percent: number
  note: string
  planId: number
  unitName: string
  period: string
  madeBy: string
  madeFor: string | null
  madeAt: Date
}

/** Of a task and of all that it was copied from, the latest first; 200 at most. */
export async function listProgress(db: Db, itemId: number): Promise<ProgressRow[]> {
  const { rows } = await sql<ProgressRow>`
    with recursive line (id, from_id, plan_id) as (
      select id, from_id, plan_id from plan_items where id = ${itemId}
      union all
      select i.id, i.from_id, i.plan_id from line l join plan_items i on i.id = l.from_id)
    select g.id, g.on_day as "onDay", g.state, g.percent, g.note, p.id as "planId", p.unit_name as "unitName",
           p.period, g.made_by as "madeBy", g.made_for as "madeFor", g.made_at as "madeAt"
      from line l join plan_progress g on g.item_id = l.id join plans p on p.id = l.plan_id
     order by g.on_day desc, g.id desc limit 200`.execute(db)
  return rows
}

/** What organisation asks before it ends a unit: its plans for days from then on. */
export type PlanEnding = { unitId: number; from: Day }
export async function listPlansEnding(db: Db, endings: readonly PlanEnding[]) {
  const { rows } = await sql<{ unitId: number; kind: string; label: string }>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select p.unit_id as "unitId", 'plan' as kind, p.period || ' ' || p.title as label
      from endings e join plans p on p.unit_id = e."unitId"
     where p.state <> 'withdrawn' and p.starts_on >= e."from"
     order by p.unit_id, p.period, p.id`.execute(db)
  return rows
}

/** All that a unit stood under in these days, in any tree, without itself. */
export async function listUnitsAbove(
  db: Db,
  unitId: number,
  days: { startsOn: Day; endsOn: Day },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct ancestor_id as id from unit_holders
     where unit_id = ${unitId} and ancestor_id <> ${unitId}
       and valid_from <= ${days.endsOn}::date and valid_to >= ${days.startsOn}::date
     order by ancestor_id`.execute(db)
  return rows.map(({ id }) => id)
}
