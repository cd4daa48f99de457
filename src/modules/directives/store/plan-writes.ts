import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { PlanHorizon, PlanOrigin, TaskState } from '../schema.ts'
import type { Who } from './proposals.ts'

export type PlanDays = { horizon: PlanHorizon; period: string; startsOn: Day; endsOn: Day }
export type StoredTarget = { indicator: string; unitId: number; period: string }
export type StoredItem = {
  /** Null: a new one. */
  id: number | null
  text: string
  responsible: string
  startsOn: Day | null
  dueOn: Day | null
  resources: string
  target: StoredTarget | null
  /** What it is copied from; left alone where the item is there already. */
  fromId: number | null
}
export type StoredGoal = StoredItem & { tasks: readonly StoredItem[] }
export type Copied = { origin: PlanOrigin; fromId: number; passedById: number | null }
type UnitNamed = { id: number; code: string; name: string }

export async function insertPlan(
  tx: Tx,
  { unit, days, title, copied }: { unit: UnitNamed; days: PlanDays; title: string; copied: Copied | null },
  who: Who,
): Promise<number> {
  const { id } = await tx
    .insertInto('plans')
    .values({
      unit_id: unit.id,
      unit_code: unit.code,
      unit_name: unit.name,
      horizon: days.horizon,
      period: days.period,
      starts_on: days.startsOn,
      ends_on: days.endsOn,
      title,
      origin: copied?.origin ?? null,
      from_id: copied?.fromId ?? null,
      passed_by_id: copied?.passedById ?? null,
      made_by: who.by,
      made_for: who.for,
      made_at: who.at,
      changed_by: who.by,
      changed_at: who.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

export async function replaceAnswers(tx: Tx, planId: number, directiveIds: readonly number[]): Promise<void> {
  await tx.deleteFrom('plan_answers').where('plan_id', '=', planId).execute()
  if (directiveIds.length > 0)
    await tx
      .insertInto('plan_answers')
      .values([...new Set(directiveIds)].map((directive_id) => ({ plan_id: planId, directive_id })))
      .execute()
}

/** Makes a draft consist of exactly these, in this order; an item with an id stays the one it is. */
export async function replaceItems(tx: Tx, planId: number, goals: readonly StoredGoal[]): Promise<void> {
  const ids = await writeItems(
    tx,
    planId,
    goals.map((goal, n) => ({ item: goal, goalId: null, position: n * 1_000 })),
  )
  const tasks = await writeItems(
    tx,
    planId,
    goals.flatMap(({ tasks }, n) =>
      tasks.map((item, t) => ({ item, goalId: ids[n]!, position: n * 1_000 + t + 1 })),
    ),
  )
  // Last of all: a task that has moved to another goal must not go with the one that it came from
  await sql`delete from plan_items where plan_id = ${planId} and id <> all(${[...ids, ...tasks]}::bigint[])`.execute(
    tx,
  )
}

type Placed = { item: StoredItem; goalId: number | null; position: number }

/** Answers with their ids, in the order given. */
async function writeItems(tx: Tx, planId: number, placed: readonly Placed[]): Promise<number[]> {
  const ids: number[] = []
  for (const { item, goalId, position } of placed) {
    const columns = {
      goal_id: goalId,
      position,
      text: item.text,
      responsible: item.responsible,
      starts_on: item.startsOn,
      due_on: item.dueOn,
      resources: item.resources,
      indicator: item.target?.indicator ?? null,
      target_unit_id: item.target?.unitId ?? null,
      target_period: item.target?.period ?? null,
    }
    if (item.id === null) {
      const made = await tx
        .insertInto('plan_items')
        .values({ ...columns, plan_id: planId, from_id: item.fromId })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids.push(Number(made.id))
    } else {
      await tx.updateTable('plan_items').set(columns).where('id', '=', item.id).execute()
      ids.push(item.id)
    }
  }
  return ids
}

export async function markPlanChanged(tx: Tx, id: number, title: string, { by, at }: Who): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ title, revision: eb('revision', '+', 1), changed_by: by, changed_at: at }))
    .where('id', '=', id)
    .execute()
}

/** Named as on the day of issue from now on, whatever becomes of the unit. */
export async function markPlanIssued(
  tx: Tx,
  id: number,
  { directiveId, unit }: { directiveId: number; unit: { code: string; name: string } },
  { by, at }: Who,
): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({
      state: 'issued',
      directive_id: directiveId,
      unit_code: unit.code,
      unit_name: unit.name,
      revision: eb('revision', '+', 1),
      changed_by: by,
      changed_at: at,
    }))
    .where('id', '=', id)
    .execute()
}

export async function markPlanWithdrawn(tx: Tx, id: number, because: string, { by, at }: Who): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({
      state: 'withdrawn',
      withdrawn_because: because,
      revision: eb('revision', '+', 1),
      changed_by: by,
      changed_at: at,
    }))
    .where('id', '=', id)
    .execute()
}

export type StoredProgress = { itemId: number; on: Day; state: TaskState; percent: number; note: string }

export async function insertProgress(tx: Tx, planId: number, p: StoredProgress, who: Who): Promise<void> {
  await tx
    .insertInto('plan_progress')
    .values({
      item_id: p.itemId,
      on_day: p.on,
      state: p.state,
      percent: p.percent,
      note: p.note,
      made_by: who.by,
      made_for: who.for,
      made_at: who.at,
    })
    .execute()
  await tx
    .updateTable('plans')
    .set((eb) => ({ revision: eb('revision', '+', 1), changed_by: who.by, changed_at: who.at }))
    .where('id', '=', planId)
    .execute()
}
