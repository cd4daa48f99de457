// A plan goes on: in the unit's next period, or, after a reform, with the units that its own became.

import type { Day } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { findUnit, listUnitNames, loadSuccession } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import { isLater, nest, unfinished } from '../rules/plans.ts'
import { findById } from '../store/directives.ts'
import {
  type Copied,
  insertPlan,
  type PlanDays,
  replaceAnswers,
  replaceItems,
  type StoredGoal,
  type StoredItem,
} from '../store/plan-writes.ts'
import { type ItemRow, listItems, type PlanRow } from '../store/plans.ts'
import type { Who } from '../store/proposals.ts'
import { daysOf, dayWithin, refuse } from './judge.ts'
import { PlanProblem } from './problems.ts'
import { getPlan } from './write.ts'

type WhoWhen = Who & { today: Day }

/**
 * A draft of the same unit for a later period with what is neither done nor dropped. Days are left open, for a day that
 * has passed is none; a target of the whole period becomes the same target of the next one.
 *
 * @throws plan.notFound, plan.notIssued, plan.unitEnded, plan.nothingLeft, plan.copiedAlready, plan.refused
 */
export async function carryPlan(
  tx: Tx,
  { planId, period }: { planId: number; period: string },
  { today, ...who }: WhoWhen,
): Promise<PlanRow> {
  const row = await getIssued(tx, planId)
  const days = daysOf(period)
  if (!isLater(parsePeriod(period)!, row)) refuse([{ path: 'period', code: 'plan.notLater' }])
  const on = dayWithin(days, today)
  const unit = (await findUnit(tx, row.unitId))!
  if (unit.endsOn < on) throw PlanProblem.unitEnded({ unit: row.unitCode, on: unit.endsOn })
  const copy = (item: ItemRow): StoredItem => ({
    ...asCopy(item),
    startsOn: null,
    dueOn: null,
    ...(item.targetPeriod === row.period && { target: { ...targetOf(item)!, period } }),
  })
  const [named] = await listUnitNames(tx, [row.unitId], on)
  const copied = { origin: 'carried', fromId: row.id, passedById: null } as const
  return makeCopy(tx, row, { unit: named!, days, copied, copy }, who)
}

/**
 * A draft for each of these successors of an ended unit with what is unfinished, days and targets as they were. The
 * plan itself stays as it was signed, under the old name. The decision is a directive of the register.
 *
 * @param to codes, as held today
 * @throws plan.notFound, plan.notIssued, plan.notEnded, plan.nothingLeft, plan.copiedAlready, plan.refused
 */
export async function passPlan(
  tx: Tx,
  { planId, decisionId, to }: { planId: number; decisionId: number; to: readonly string[] },
  { today, ...who }: WhoWhen,
): Promise<{ from: PlanRow; plans: PlanRow[]; decision: { id: number; number: string } }> {
  const row = await getIssued(tx, planId)
  const ended = (await findUnit(tx, row.unitId))!
  if (ended.endsOn >= today) throw PlanProblem.notEnded({ unit: row.unitCode })
  const decision = await findById(tx, decisionId)
  const successors = new Map((await listSuccessors(tx, row.unitId, today)).map((unit) => [unit.code, unit]))
  refuse([
    ...judgeDecision(decision, today),
    ...to.flatMap((code, n) =>
      successors.has(code)
        ? []
        : [{ path: `to.${n}`, code: 'plan.notSuccessor', details: { unit: code, from: row.unitCode } }],
    ),
  ])
  const copied = { origin: 'passed', fromId: row.id, passedById: decisionId } as const
  const plans: PlanRow[] = []
  for (const code of new Set(to))
    plans.push(await makeCopy(tx, row, { unit: successors.get(code)!, days: row, copied, copy: asCopy }, who))
  return { from: row, plans, decision: decision! }
}

function judgeDecision(decision: { number: string; issuedOn: Day } | undefined, today: Day): Fault[] {
  if (!decision) return [{ path: 'directive', code: 'plan.directiveUnknown', details: { id: '' } }]
  return decision.issuedOn > today ? [{ path: 'directive', code: 'plan.dayToCome' }] : []
}

/**
 * The units that are there on `today` and got ground of an ended one, over any number of reforms; named as today. None
 * for a unit that is still there.
 */
export async function listSuccessors(db: Db, unitId: number, today: Day) {
  const succession = await loadSuccession(db)
  if (succession.endsOn(unitId) >= today) return []
  const found = new Set([unitId])
  // A set hands out what is added to it while it is read.
  for (const unit of found)
    if (succession.endsOn(unit) < today)
      for (const next of succession.successors(unit)) if (next.date <= today) found.add(next.unit)
  const there = [...found].filter((unit) => succession.endsOn(unit) >= today)
  return listUnitNames(db, there, today)
}

/** @throws plan.notFound, plan.notIssued */
async function getIssued(tx: Tx, id: number): Promise<PlanRow> {
  const row = await getPlan(tx, id)
  if (row.state !== 'issued') throw PlanProblem.notIssued({ state: row.state })
  return row
}

const targetOf = ({ indicator, targetUnitId, targetPeriod }: ItemRow): StoredItem['target'] =>
  indicator === null ? null : { indicator, unitId: targetUnitId!, period: targetPeriod! }

const asCopy = (item: ItemRow): StoredItem => ({
  id: null,
  text: item.text,
  responsible: item.responsible,
  startsOn: item.startsOn,
  dueOn: item.dueOn,
  resources: item.resources,
  target: targetOf(item),
  fromId: item.id,
})

type Copying = {
  unit: { id: number; code: string; name: string }
  days: PlanDays
  copied: Copied
  copy(item: ItemRow): StoredItem
}

async function makeCopy(tx: Tx, row: PlanRow, { copy, ...made }: Copying, who: Who): Promise<PlanRow> {
  const left = unfinished(nest(await listItems(tx, [row.id])))
  if (left.length === 0) throw PlanProblem.nothingLeft()
  const goals: StoredGoal[] = left.map((goal) => ({ ...copy(goal), tasks: goal.tasks.map(copy) }))
  const id = await insertPlan(tx, { ...made, title: row.title }, who)
  await replaceAnswers(tx, id, row.answers)
  await replaceItems(tx, id, goals)
  return getPlan(tx, id)
}
