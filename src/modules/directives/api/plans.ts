import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { PlanHorizon, PlanState, TaskState } from '../schema.ts'
import { Content, LiveTarget, Plan, PlanLine, Progress } from './plan-shapes.ts'

export {
  Goal,
  LiveTarget,
  Plan,
  type PlanContent,
  PlanLine,
  Progress,
  RelatedPlan,
  TargetRef,
  Task,
} from './plan-shapes.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Long = z.string().trim().max(2_000)
const Reason = z.string().trim().min(1).max(2_000)
const UnitCode = z.string().min(1).max(40)
const PeriodCode = z.string().min(1).max(20)

/**
 * Plans of a unit and of all that stand below it in their days, the latest written first. A code means the unit that
 * held it on the last day of the period, else the one that held it last.
 */
export const listPlans = contract({
  method: 'GET',
  path: '/api/v1/plans',
  summary: 'summary.plan.list',
  input: z.object({
    unit: z.string().min(1),
    /** `self`: of the unit alone. */
    of: z.enum(['self', 'all']).default('all'),
    period: PeriodCode.optional(),
    horizon: PlanHorizon.optional(),
    state: PlanState.optional(),
    /** Those that answer this directive. */
    directive: Id.optional(),
    /** Those with a task that is late today. */
    late: z.literal('true').optional(),
    /** The `nextCursor` of the page before. */
    after: Id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ plans: z.array(PlanLine), nextCursor: z.string().nullable() }),
})

/** One plan with its goals and tasks, targets read now, and its entity tag. */
export const getPlan = contract({
  method: 'GET',
  path: '/api/v1/plans/:id',
  summary: 'summary.plan.show',
  input: z.object({ id: Id }),
  output: Plan,
})

/** What was reported on one task, the latest first, with what was on the tasks that it was copied from; 200 at most. */
export const listProgress = contract({
  method: 'GET',
  path: '/api/v1/plans/:id/tasks/:task/progress',
  summary: 'summary.plan.progress',
  input: z.object({ id: Id, task: Id }),
  output: z.object({ progress: z.array(Progress) }),
})

/** A target that a plan can take in; what was reached is told once it is in the plan. */
export const TargetChoice = LiveTarget.omit({ actual: true, attainmentPercent: true })
export type TargetChoice = z.infer<typeof TargetChoice>

/** Targets of the plan's unit and of those above it, in the plan's period and the years of its term; 500 at most. */
export const listPlanTargets = contract({
  method: 'GET',
  path: '/api/v1/plans/:id/targets',
  summary: 'summary.plan.targets',
  input: z.object({ id: Id }),
  output: z.object({ targets: z.array(TargetChoice) }),
})

export const makePlan = contract({
  method: 'POST',
  path: '/api/v1/plans',
  summary: 'summary.plan.make',
  input: Content.extend({
    /** Code of the unit whose plan it is. */
    unit: UnitCode,
    /** A year (`2021`) or a term (`2020-2025`). */
    period: PeriodCode,
    /** The day on which the unit is meant and named; left out: the last day of the period. */
    on: DayInput.optional(),
  }),
  output: Plan,
})
/** While it is a draft: an issued plan stays as signed. With `If-Match`, refused when somebody changed it meanwhile. */
export const changePlan = contract({
  method: 'PUT',
  path: '/api/v1/plans/:id',
  summary: 'summary.plan.change',
  input: Content.extend({ id: Id }),
  output: Plan,
})
export const withdrawPlan = contract({
  method: 'POST',
  path: '/api/v1/plans/:id/withdraw',
  summary: 'summary.plan.withdraw',
  input: z.object({ id: Id, reason: Reason }),
  output: Plan,
})

/** Makes it a directive of its unit that implements those it answers, and so reaches their step "planned". */
export const issuePlan = contract({
  method: 'POST',
  path: '/api/v1/plans/:id/issue',
  summary: 'summary.plan.issue',
  input: z.object({
    id: Id,
    number: z.string().trim().min(1).max(80),
    /** Code of the catalogue of types. */
    type: z.string().min(1).max(40).default('plan'),
    issuedOn: DayInput,
    signer: z.string().trim().max(200).nullable().default(null),
    /** Ids of evidence files of the unit. */
    files: z.array(z.string().min(1).max(80)).max(20).default([]),
  }),
  output: Plan,
})

/** How a task stands on a day; kept beside all that was reported before. A dropped one needs its reason as the note. */
export const reportProgress = contract({
  method: 'POST',
  path: '/api/v1/plans/:id/tasks/:task/progress',
  summary: 'summary.plan.report',
  input: z
    .object({
      id: Id,
      task: Id,
      state: TaskState.default('going'),
      /** 0 to 100; 100 for what is done. */
      percent: z.int().min(0).max(100),
      note: Long.default(''),
      /** Today when left out; no later than today. */
      on: DayInput.optional(),
    })
    .refine(({ state, percent }) => state !== 'done' || percent === 100, {
      error: 'percent',
      path: ['percent'],
    })
    .refine(({ state, note }) => state !== 'dropped' || note !== '', { error: 'missing', path: ['note'] }),
  output: Plan,
})

/** A draft of the same unit for a later period with the tasks that are neither done nor dropped, each linked back. */
export const carryPlan = contract({
  method: 'POST',
  path: '/api/v1/plans/:id/carry',
  summary: 'summary.plan.carry',
  input: z.object({ id: Id, period: PeriodCode }),
  output: Plan,
})

/** After a reform: a draft for each successor of the ended unit with what is unfinished, by a decision, linked back. */
export const passPlan = contract({
  method: 'POST',
  path: '/api/v1/plans/:id/pass',
  summary: 'summary.plan.pass',
  input: z.object({
    id: Id,
    /** Id of the decision in the register. */
    directive: Id,
    /** Codes of successors, as held today. */
    to: z.array(UnitCode).min(1).max(50),
  }),
  output: z.object({ plans: z.array(z.object({ id: z.string(), unitCode: z.string() })) }),
})
