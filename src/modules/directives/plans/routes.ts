import { findUnit } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, type ReadContext, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/plans.ts'
import type { PlanRow } from '../store/plans.ts'
import { carryPlan, passPlan } from './copy.ts'
import { getTask, issuePlan, reportProgress } from './issue.ts'
import { daysOf, unitOf } from './judge.ts'
import { readChoices } from './targets.ts'
import { readPlans, readProgress, tellPlan, unitAsked } from './tell.ts'
import { entryOfIssue, entryOfPass, entryOfProgress, entryOfSave } from './traces.ts'
import { changePlan, etagOf, getPlan, makePlan, withdrawPlan } from './write.ts'

/** At the plan's unit: that of an ended one is reached by whoever stood above it on its last day. */
const atPlan = (may: Permission) => ({
  may,
  at: async (db: Db, { id }: { id: string }) => ({ unit: (await getPlan(db, Number(id))).unitId }),
})

type Asking = Pick<ReadContext<unknown>, 'actor' | 'today' | 'http' | 'now'>
const whoOf = ({ actor, now, today, http }: Asking) => ({
  by: actor.name,
  for: actor.onBehalfOf,
  at: now,
  today,
  ifMatch: http.header('if-match'),
})

/** The plan with what the caller may do with it, and its entity tag. */
async function tell(db: Db, row: PlanRow, { actor, today, http }: Asking): Promise<api.Plan> {
  http.answer.etag = etagOf(row)
  const isThere = (await findUnit(db, row.unitId))!.endsOn >= today
  const [isDraft, isIssued] = [row.state === 'draft', row.state === 'issued']
  const asked: [api.Plan['may'][number], Permission, boolean][] = [
    ['change', 'plan.save', isDraft],
    ['issue', 'plan.issue', isDraft],
    ['withdraw', 'plan.save', isDraft],
    ['report', 'plan.save', isIssued && isThere],
    ['carry', 'plan.save', isIssued && isThere],
    ['pass', 'duty.pass', isIssued && !isThere],
  ]
  const may: api.Plan['may'] = []
  for (const [act, permission, isNow] of asked)
    if (isNow && (await actor.may(db, permission, { unit: row.unitId }, today))) may.push(act)
  return { ...(await tellPlan(db, row, today)), may }
}

const readings: Endpoint[] = [
  read(api.listPlans, {
    access: {
      may: 'duty.read',
      at: async (db, { unit, period }) => ({ unit: await unitAsked(db, unit, period) }),
    },
    async handle({ db, today, input: { unit, of, period, horizon, state, directive, late, ...page } }) {
      const unitId = await unitAsked(db, unit, period)
      const directiveId = directive === undefined ? undefined : Number(directive)
      const lateOn = late === undefined ? undefined : today
      const query = { unitId, of, period, horizon, state, directiveId, lateOn }
      return readPlans(db, query, { ...page, today })
    },
  }),
  read(api.getPlan, {
    access: atPlan('duty.read'),
    handle: async (c) => tell(c.db, await getPlan(c.db, Number(c.input.id)), c),
  }),
  read(api.listProgress, {
    access: atPlan('duty.read'),
    async handle({ db, input: { id, task } }) {
      return { progress: await readProgress(db, (await getTask(db, Number(id), Number(task))).id) }
    },
  }),
  read(api.listPlanTargets, {
    access: atPlan('duty.read'),
    handle: async ({ db, input: { id } }) => ({
      targets: await readChoices(db, await getPlan(db, Number(id))),
    }),
  }),
]

const drafting: Endpoint[] = [
  write(api.makePlan, {
    access: {
      may: 'plan.save',
      at: async (db, { unit, period, on }) => ({
        unit: await unitOf(db, unit, daysOf(period), on),
      }),
    },
    idempotency: 'required',
    async handle(c) {
      const row = await makePlan(c.tx, c.input, whoOf(c))
      await c.audit(entryOfSave(null, row, { content: c.input.goals }))
      return tell(c.tx, row, c)
    },
  }),
  write(api.changePlan, {
    access: atPlan('plan.save'),
    idempotency: 'required',
    async handle(c) {
      const { id, ...content } = c.input
      const { before, after } = await changePlan(c.tx, Number(id), content, whoOf(c))
      await c.audit(entryOfSave(before, after, { content: content.goals }))
      return tell(c.tx, after, c)
    },
  }),
  write(api.withdrawPlan, {
    access: atPlan('plan.save'),
    idempotency: 'required',
    async handle(c) {
      const { id, reason } = c.input
      const { before, after } = await withdrawPlan(c.tx, Number(id), reason, whoOf(c))
      await c.audit(entryOfSave(before, after, { reason }))
      return tell(c.tx, after, c)
    },
  }),
]

const carryingOut: Endpoint[] = [
  write(api.issuePlan, {
    access: atPlan('plan.issue'),
    idempotency: 'required',
    async handle(c) {
      const { id, ...issue } = c.input
      const { plan, directive } = await issuePlan(c.tx, { planId: Number(id), ...issue }, whoOf(c))
      await c.audit(entryOfIssue(plan, directive))
      return tell(c.tx, plan, c)
    },
  }),
  write(api.reportProgress, {
    access: atPlan('plan.save'),
    idempotency: 'required',
    async handle(c) {
      const { id, task, on = c.today, ...report } = c.input
      const of = { planId: Number(id), taskId: Number(task) }
      const reported = await reportProgress(c.tx, { ...of, on, ...report }, whoOf(c))
      await c.audit(entryOfProgress(reported))
      return tell(c.tx, reported.plan, c)
    },
  }),
  write(api.carryPlan, {
    access: atPlan('plan.save'),
    idempotency: 'required',
    async handle(c) {
      const { id, period } = c.input
      const row = await carryPlan(c.tx, { planId: Number(id), period }, whoOf(c))
      await c.audit(entryOfSave(null, row, { from: Number(id) }))
      return tell(c.tx, row, c)
    },
  }),
  write(api.passPlan, {
    access: atPlan('duty.pass'),
    idempotency: 'required',
    async handle(c) {
      const { id, directive, to } = c.input
      const passing = { planId: Number(id), decisionId: Number(directive), to }
      const { from, plans, decision } = await passPlan(c.tx, passing, whoOf(c))
      await c.audit(entryOfPass(from, plans, decision))
      return { plans: plans.map((plan) => ({ id: String(plan.id), unitCode: plan.unitCode })) }
    },
  }),
]

/** Plans of units, from their first words to what became of each task. */
export const planEndpoints: Endpoint[] = [...readings, ...drafting, ...carryingOut]
