// What plans consist of, as their operations take and tell it.

import * as z from 'zod'
import { DayInput } from '#kernel/day.ts'
import { TargetKind } from '#modules/programmes/schema.ts'
import { PlanHorizon, PlanOrigin, PlanState, Side, TaskState } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Text = z.string().trim().min(1).max(1_000)
const Long = z.string().trim().max(2_000)
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

/** What a plan says: all of it, each time it is written. */
export const Content = z.object({
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
