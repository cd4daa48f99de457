// Plans as answers tell them.

import type { Day } from '#kernel/day.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Goal, Plan, PlanLine, Progress, RelatedPlan, Task } from '../api/plans.ts'
import { countTasks, nest, planPeriod, taskDaysLate } from '../rules/plans.ts'
import { type DirectiveRow, listByIds } from '../store/directives.ts'
import * as store from '../store/plans.ts'
import { listSuccessors } from './copy.ts'
import { PlanProblem } from './problems.ts'
import { readLive, targetOf } from './targets.ts'

/**
 * The unit that held a code at the end of a plan's period, or held it last before; without a period the last of all.
 * @throws plan.unitNotFound
 */
export async function unitAsked(db: Db, code: string, period?: string): Promise<number> {
  const days = period === undefined ? null : planPeriod(period)
  const unit = await unitByCode(db, code, { startsOn: '-infinity', endsOn: days?.endsOn ?? 'infinity' })
  if (!unit) throw PlanProblem.unitNotFound({ code })
  return unit.id
}

const unitOf = (row: store.PlanRow) => ({ id: String(row.unitId), code: row.unitCode, name: row.unitName })

type DirectiveName = NonNullable<PlanLine['directive']>
const nameOf = ({ id, number, side, type, issuedOn, excerpt }: DirectiveRow): DirectiveName => ({
  id: String(id),
  number,
  side,
  type,
  issuedOn,
  excerpt,
})

async function tellHeads(
  db: Db,
  rows: readonly store.PlanRow[],
  items: readonly store.ItemRow[],
  today: Day,
): Promise<PlanLine[]> {
  const ids = rows.flatMap(({ answers, directiveId }) => [...answers, ...(directiveId ? [directiveId] : [])])
  const directives = new Map((await listByIds(db, ids)).map((row) => [row.id, nameOf(row)]))
  const tasks = Map.groupBy(
    items.filter(({ goalId }) => goalId !== null),
    ({ planId }) => planId,
  )
  return rows.map((row) => ({
    id: String(row.id),
    unit: unitOf(row),
    horizon: row.horizon,
    period: row.period,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    title: row.title,
    state: row.state,
    answers: row.answers.flatMap((id) => directives.get(id) ?? []),
    directive: row.directiveId === null ? null : (directives.get(row.directiveId) ?? null),
    tasks: { ...countTasks(tasks.get(row.id) ?? [], today), ...(row.state !== 'issued' && { late: 0 }) },
    origin: row.origin,
    changedAt: row.changedAt.toISOString(),
  }))
}

/** A page of plans, the latest written first. */
export async function readPlans(
  db: Db,
  query: store.PlanQuery,
  page: { after?: string | undefined; limit: number; today: Day },
) {
  const after = page.after === undefined ? null : Number(page.after)
  const rows = await store.listPlans(db, query, { after, limit: page.limit + 1 })
  const shown = rows.slice(0, page.limit)
  const ids = shown.map(({ id }) => id)
  return {
    plans: await tellHeads(db, shown, await store.listItems(db, ids), page.today),
    nextCursor: rows.length > page.limit ? String(shown.at(-1)!.id) : null,
  }
}

/** One plan with its goals and tasks, and what it was copied from and to. */
export async function tellPlan(db: Db, row: store.PlanRow, today: Day): Promise<Omit<Plan, 'may'>> {
  const items = await store.listItems(db, [row.id])
  const [line] = await tellHeads(db, [row], items, today)
  const from = row.fromId === null ? undefined : await store.findPlan(db, row.fromId)
  const copies = await store.listCopies(db, row.id)
  return {
    ...line!,
    goals: await tellGoals(db, row, items, today),
    from: from ? (await tellRelated(db, [{ plan: from, by: row }]))[0]! : null,
    copies: await tellRelated(
      db,
      copies.map((copy) => ({ plan: copy, by: copy })),
    ),
    made: { by: row.madeBy, for: row.madeFor, at: row.madeAt.toISOString() },
    changedBy: row.changedBy,
    withdrawnBecause: row.withdrawnBecause,
    successors: (await listSuccessors(db, row.unitId, today)).map(({ id, code, name }) => ({
      id: String(id),
      code,
      name,
    })),
  }
}

async function tellGoals(
  db: Db,
  { state }: store.PlanRow,
  items: readonly store.ItemRow[],
  today: Day,
): Promise<Goal[]> {
  const live = await readLive(
    db,
    items.flatMap((item) => targetOf(item) ?? []),
    today,
  )
  const tellTask = (item: store.ItemRow): Task => ({
    id: String(item.id),
    text: item.text,
    responsible: item.responsible,
    startsOn: item.startsOn,
    dueOn: item.dueOn,
    resources: item.resources,
    target: live(targetOf(item)),
    state: item.state,
    percent: item.percent,
    reportedOn: item.reportedOn,
    note: item.note,
    daysLate: state === 'issued' ? taskDaysLate(item, today) : 0,
    isCopy: item.fromId !== null,
  })
  return nest(items).map((goal) => ({
    id: String(goal.id),
    text: goal.text,
    target: live(targetOf(goal)),
    tasks: goal.tasks.map(tellTask),
  }))
}

/** `by` is the copy, which says how and by which decision it was made. */
async function tellRelated(
  db: Db,
  related: readonly { plan: store.PlanRow; by: store.PlanRow }[],
): Promise<RelatedPlan[]> {
  const decisions = new Map(
    (
      await listByIds(
        db,
        related.flatMap(({ by }) => by.passedById ?? []),
      )
    ).map((row) => [row.id, { id: String(row.id), number: row.number }]),
  )
  return related.map(({ plan, by }) => ({
    id: String(plan.id),
    origin: by.origin!,
    unit: unitOf(plan),
    period: plan.period,
    state: plan.state,
    decision: by.passedById === null ? null : (decisions.get(by.passedById) ?? null),
  }))
}

/** What was reported on a task, with what was on the tasks that it was copied from, the latest first. */
export async function readProgress(db: Db, taskId: number): Promise<Progress[]> {
  const rows = await store.listProgress(db, taskId)
  return rows.map((row) => ({
    id: String(row.id),
    on: row.onDay,
    state: row.state,
    percent: row.percent,
    note: row.note,
    plan: { id: String(row.planId), unitName: row.unitName, period: row.period },
    by: row.madeBy,
    for: row.madeFor,
    at: row.madeAt.toISOString(),
  }))
}
