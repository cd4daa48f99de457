// A plan becomes a directive of its unit, and its tasks are reported on from then on.

import type { Day } from '#kernel/day.ts'
import { findUnit, unitStateOn } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import { registerDirective } from '../register/register-directive.ts'
import { secrecyMark } from '../rules/classified.ts'
import { nest, whatItLacks } from '../rules/plans.ts'
import type { TaskState } from '../schema.ts'
import type { DirectiveRow } from '../store/directives.ts'
import { insertProgress, markPlanIssued } from '../store/plan-writes.ts'
import { type ItemRow, listItems, type PlanRow } from '../store/plans.ts'
import type { Who } from '../store/proposals.ts'
import { refuse } from './judge.ts'
import { PlanProblem } from './problems.ts'
import { getPlan, takeDraft } from './write.ts'

export type PlanIssue = {
  planId: number
  /** As typed. */
  number: string
  /** A code of the catalogue of types. */
  type: string
  issuedOn: Day
  signer: string | null
  /** Ids of complete evidence files of the unit. */
  files: readonly string[]
}
type WhoWhen = Who & { today: Day }

/**
 * Issues a plan: it is a directive of its unit that implements those it answers, so the unit's step "planned" of each
 * is reached on the day of issue. The audit entry is the caller's.
 *
 * @throws plan.notFound, plan.notDraft, plan.stale, plan.refused with a fault for what it lacks, directive.refused,
 *   directive.taken
 */
export async function issuePlan(
  tx: Tx,
  { planId, ...issue }: PlanIssue,
  { ifMatch, ...who }: WhoWhen & { ifMatch?: string | undefined },
): Promise<{ plan: PlanRow; directive: DirectiveRow }> {
  const row = await takeDraft(tx, planId, ifMatch)
  const items = await listItems(tx, [planId])
  refuse([
    ...whatItLacks({ answers: row.answers, goals: nest(items) }),
    ...(await judgeDay(tx, row, issue.issuedOn, who.today)),
    ...judgeSecrecy(row, items),
  ])
  const { issuedOn } = issue
  const directive = await registerDirective(
    tx,
    {
      ...issue,
      keeperUnitId: row.unitId,
      issuer: null,
      excerpt: row.title,
      validTo: issuedOn <= row.endsOn ? row.endsOn : null,
      implements: row.answers,
    },
    who,
  )
  const unit = await unitStateOn(tx, row.unitId, issuedOn)
  await markPlanIssued(tx, planId, { directiveId: directive.id, unit }, who)
  return { plan: await getPlan(tx, planId), directive }
}

async function judgeDay(tx: Tx, { unitId, unitCode }: PlanRow, issuedOn: Day, today: Day): Promise<Fault[]> {
  if (issuedOn > today) return [{ path: 'issuedOn', code: 'plan.dayToCome' }]
  const life = (await findUnit(tx, unitId))!
  const isThere = life.beginsOn <= issuedOn && issuedOn <= life.endsOn
  return isThere ? [] : [{ path: 'issuedOn', code: 'plan.unitNotThen', details: { unit: unitCode } }]
}

/** The register takes no classified document; a plan goes into it whole. */
function judgeSecrecy({ title }: PlanRow, items: readonly ItemRow[]): Fault[] {
  const mark = secrecyMark('', [title, ...items.flatMap(({ text, resources }) => [text, resources])])
  return mark === null ? [] : [{ path: 'title', code: 'plan.classified', details: { mark } }]
}

export type ProgressReport = {
  planId: number
  taskId: number
  state: TaskState
  /** 0 to 100; 100 for what is done. */
  percent: number
  /** The reason, where it is dropped. */
  note: string
  /** How it stood on this day. */
  on: Day
}
export type Reported = {
  plan: PlanRow
  task: ItemRow
  before: Pick<ItemRow, 'state' | 'percent' | 'reportedOn'>
}

/**
 * Says how a task of an issued plan stands, beside all that was said before. The audit entry is the caller's.
 *
 * @throws plan.notFound for a task that is not of the plan, plan.notIssued, plan.refused for a day that is to come or
 *   after the unit ended
 */
export async function reportProgress(
  tx: Tx,
  { planId, taskId, ...report }: ProgressReport,
  { today, ...who }: WhoWhen,
): Promise<Reported> {
  const plan = await getPlan(tx, planId)
  if (plan.state !== 'issued') throw PlanProblem.notIssued({ state: plan.state })
  const before = await getTask(tx, planId, taskId)
  refuse([
    ...(report.on > today ? [{ path: 'on', code: 'plan.dayToCome' }] : []),
    ...(report.on > (await findUnit(tx, plan.unitId))!.endsOn
      ? [{ path: 'on', code: 'plan.unitNotThen', details: { unit: plan.unitCode } }]
      : []),
  ])
  await insertProgress(tx, planId, { itemId: taskId, ...report }, who)
  return { plan: await getPlan(tx, planId), task: await getTask(tx, planId, taskId), before }
}

/** @throws plan.notFound */
export async function getTask(tx: Parameters<typeof listItems>[0], planId: number, taskId: number) {
  const task = (await listItems(tx, [planId])).find(({ id, goalId }) => id === taskId && goalId !== null)
  if (!task) throw PlanProblem.notFound()
  return task
}
