import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { TargetKind } from '#modules/programmes/schema.ts'
import { PlanHorizon, PlanOrigin, PlanState, Side, TaskState } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Text = z.string().trim().min(1).max(1_000)
const Long = z.string().trim().max(2_000)
const Reason = z.string().trim().min(1).max(2_000)
const UnitCode = z.string().min(1).max(40)
const PeriodCode = z.string().min(1).max(20)

/** Which target of a programme is meant. Its value is not part of a plan: it is read where targets are kept. */
export const TargetRef = z.object({
  indicator: z.string().min(1).max(80),
  /** Code of the unit whose target it is, as held in the period. */
  unit: UnitCode,
  period: PeriodCode,
})
export type TargetRef = z.infer<typeof TargetRef>

/** One with an id is the one that the plan has already, so that what it came from is kept; others are new. */
export const TaskInput = z
  .object({
    id: Id.optional(),
    text: Text,
    /** Who leads and who takes part. */
    responsible: Long.default(''),
    startsOn: DayInput.nullable().default(null),
    dueOn: DayInput.nullable().default(null),
    resources: Long.default(''),
    target: TargetRef.nullable().default(null),
  })
  .refine(({ startsOn, dueOn }) => startsOn === null || dueOn === null || startsOn <= dueOn, {
    error: 'order',
    path: ['dueOn'],
  })
export type TaskInput = z.infer<typeof TaskInput>
export const GoalInput = z.object({
  id: Id.optional(),
  text: Text,
  target: TargetRef.nullable().default(null),
  tasks: z.array(TaskInput).max(200).default([]),
})
export type GoalInput = z.infer<typeof GoalInput>

const Content = z.object({
  title: Text,
  /** Ids of the directives that it answers; at least one before it is issued. */
  answers: z.array(Id).max(20).default([]),
  goals: z.array(GoalInput).max(100).default([]),
})
export type PlanContent = z.infer<typeof Content>

const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })
const DirectiveName = z.object({
  id: z.string(),
  number: z.string(),
  side: Side,
  type: z.string(),
  issuedOn: z.string(),
  excerpt: z.string(),
})
const Who = { by: z.string(), for: z.string().nullable(), at: z.iso.datetime() }

/** How its tasks stand together. `percent` is the mean of those not dropped, cut to a whole; null without any. */
export const TaskCount = z.object({
  all: z.int(),
  done: z.int(),
  dropped: z.int(),
  late: z.int(),
  percent: z.int().nullable(),
})
export type TaskCount = z.infer<typeof TaskCount>

export const PlanLine = z.object({
  id: z.string(),
  /** Named as on the day of issue, before that as on the day of writing. */
  unit: UnitName,
  horizon: PlanHorizon,
  period: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  title: z.string(),
  state: PlanState,
  answers: z.array(DirectiveName),
  /** What it was issued as. */
  directive: DirectiveName.nullable(),
  tasks: TaskCount,
  origin: PlanOrigin.nullable(),
  changedAt: z.iso.datetime(),
})
export type PlanLine = z.infer<typeof PlanLine>

/** A target of a programme as it stands now. Decimals are strings in the indicator's unit of measure. */
export const LiveTarget = TargetRef.extend({
  unitName: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  unitOfMeasure: z.string(),
  /** Null: no such target is set, or it was withdrawn. */
  value: z.string().nullable(),
  kind: TargetKind.nullable(),
  /** What was reached, of approved reports; null: nothing reported. */
  actual: z.string().nullable(),
  attainmentPercent: z.string().nullable(),
})
export type LiveTarget = z.infer<typeof LiveTarget>

export const Progress = z.object({
  id: z.string(),
  /** How it stood on this day. */
  on: z.string(),
  state: TaskState,
  percent: z.int(),
  note: z.string(),
  /** Whose plan it was reported on: another than the one being read, where the task was copied. */
  plan: z.object({ id: z.string(), unitName: z.string(), period: z.string() }),
  ...Who,
})
export type Progress = z.infer<typeof Progress>

export const Task = z.object({
  id: z.string(),
  text: z.string(),
  responsible: z.string(),
  startsOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  resources: z.string(),
  target: LiveTarget.nullable(),
  /** As reported last on this plan; `going` and 0 while nothing is. */
  state: TaskState,
  percent: z.int(),
  reportedOn: z.string().nullable(),
  note: z.string(),
  /** 0 when it is not late. */
  daysLate: z.int(),
  /** True: it was copied from an earlier plan, whose reports its history holds too. */
  isCopy: z.boolean(),
})
export type Task = z.infer<typeof Task>
export const Goal = z.object({
  id: z.string(),
  text: z.string(),
  target: LiveTarget.nullable(),
  tasks: z.array(Task),
})
export type Goal = z.infer<typeof Goal>

/** A plan that this one was copied from, or that was copied from it. */
export const RelatedPlan = z.object({
  id: z.string(),
  origin: PlanOrigin,
  unit: UnitName,
  period: z.string(),
  state: PlanState,
  /** The decision by which it passed on. */
  decision: z.object({ id: z.string(), number: z.string() }).nullable(),
})
export type RelatedPlan = z.infer<typeof RelatedPlan>

export const Plan = PlanLine.extend({
  goals: z.array(Goal),
  from: RelatedPlan.nullable(),
  copies: z.array(RelatedPlan),
  made: z.object(Who),
  changedBy: z.string(),
  withdrawnBecause: z.string().nullable(),
  /** The units to which it can pass: those its ended unit's ground went to. Empty while the unit is there. */
  successors: z.array(UnitName),
  may: z.array(z.enum(['change', 'issue', 'withdraw', 'report', 'carry', 'pass'])),
})
export type Plan = z.infer<typeof Plan>

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
