// A plan from its first words until it is issued or withdrawn.

import type { Day } from '#kernel/day.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { PlanContent } from '../api/plans.ts'
import {
  insertPlan,
  markPlanChanged,
  markPlanWithdrawn,
  replaceAnswers,
  replaceItems,
} from '../store/plan-writes.ts'
import { findPlan, listItems, type PlanRow, takePlan } from '../store/plans.ts'
import type { Who } from '../store/proposals.ts'
import { daysOf, dayWithin, judgeContent, unitOf } from './judge.ts'
import { PlanProblem } from './problems.ts'

/** @throws plan.notFound */
export async function getPlan(db: Db, id: number): Promise<PlanRow> {
  const row = await findPlan(db, id)
  if (!row) throw PlanProblem.notFound()
  return row
}

export const etagOf = ({ id, revision }: Pick<PlanRow, 'id' | 'revision'>): string =>
  `"plan-${id}-${revision}"`

export type PlanDraft = PlanContent & {
  /** Code, as held on `on`. */
  unit: string
  /** A year or a term. */
  period: string
  /** The day on which the unit is meant and named, put into the period; its last day when left out. */
  on?: Day | undefined
}
export type Changed = { before: PlanRow; after: PlanRow }

/**
 * Writes the draft of a plan. Permission at the unit and the audit entry are the caller's to see to.
 *
 * @throws plan.unitNotFound, plan.refused with a fault for each member
 */
export async function makePlan(
  tx: Tx,
  { unit: code, period, on, ...content }: PlanDraft,
  who: Who,
): Promise<PlanRow> {
  const days = daysOf(period)
  const unitId = await unitOf(tx, code, days, on)
  const { answers, goals } = await judgeContent(tx, content, days, new Set())
  const [unit] = await listUnitNames(tx, [unitId], dayWithin(days, on ?? days.endsOn))
  const id = await insertPlan(tx, { unit: unit!, days, title: content.title, copied: null }, who)
  await replaceAnswers(tx, id, answers)
  await replaceItems(tx, id, goals)
  return getPlan(tx, id)
}

/**
 * A draft that nobody else changes until the end of the transaction.
 *
 * @param ifMatch the tag of the reading that the change rests on
 * @throws plan.notFound, plan.notDraft, plan.stale
 */
export async function takeDraft(tx: Tx, id: number, ifMatch: string | undefined): Promise<PlanRow> {
  const row = await takePlan(tx, id)
  if (!row) throw PlanProblem.notFound()
  if (row.state !== 'draft') throw PlanProblem.notDraft({ state: row.state })
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOf(row)) throw PlanProblem.stale()
  return row
}

/** @throws plan.notFound, plan.notDraft, plan.stale, plan.refused with a fault for each member */
export async function changePlan(
  tx: Tx,
  id: number,
  content: PlanContent,
  { ifMatch, ...who }: Who & { ifMatch: string | undefined },
): Promise<Changed> {
  const before = await takeDraft(tx, id, ifMatch)
  const known = new Set((await listItems(tx, [id])).map((item) => item.id))
  const { answers, goals } = await judgeContent(tx, content, before, known)
  await replaceAnswers(tx, id, answers)
  await replaceItems(tx, id, goals)
  await markPlanChanged(tx, id, content.title, who)
  return { before, after: await getPlan(tx, id) }
}

/** Never to be issued; it stays to be read, with the reason. @throws plan.notFound, plan.notDraft, plan.stale */
export async function withdrawPlan(
  tx: Tx,
  id: number,
  because: string,
  { ifMatch, ...who }: Who & { ifMatch: string | undefined },
): Promise<Changed> {
  const before = await takeDraft(tx, id, ifMatch)
  await markPlanWithdrawn(tx, id, because, who)
  return { before, after: await getPlan(tx, id) }
}
