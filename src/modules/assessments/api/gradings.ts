// Gradings as a whole: opening, subjects, and what is done for many at once.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { Grade, GradeRules } from '../rules/grade-rules.ts'
import { GradeRulesLine } from './grade-rules.ts'
import {
  Day,
  GradeException,
  GradeWarning,
  GradingDays,
  GradingId,
  LevelCounts,
  Meter,
  Paper,
  PeriodCode,
  Reason,
  UnitCode,
  UnitName,
  Words,
} from './grade-shapes.ts'

const path = '/api/v1/gradings'
const Kind = z.enum(['units', 'people'])
const RulesCode = z.string().min(1).max(60)

export const GradingState = z.enum(['open', 'closed'])
export const GradingCounts = z.object({
  subjects: z.int(),
  /** Said something of themselves, were commented on, proposed, decided, told. */
  self: z.int(),
  commented: z.int(),
  proposed: z.int(),
  decided: z.int(),
  noticed: z.int(),
})
export const GradingLine = z.object({
  id: z.string(),
  name: z.string(),
  rules: z.object({ code: z.string(), version: z.int(), name: z.string() }),
  period: z.string(),
  keeper: UnitName,
  subjects: Kind,
  state: GradingState,
  selfDue: Day,
  commentDue: Day,
  proposeDue: Day,
  decideOn: Day,
  appealDays: z.int(),
  openedBy: z.string(),
  openedAt: z.string(),
  counts: GradingCounts,
})
export type GradingLine = z.infer<typeof GradingLine>

export const GradingAct = z.enum([
  'change',
  'decide',
  'notice',
  'propose',
  'exception',
  'add',
  'close',
  'reopen',
])
export type GradingAct = z.infer<typeof GradingAct>

export const Grading = GradingLine.extend({
  ruleset: GradeRules,
  /** Of all quotas and groups; empty when it was asked for one unit below the keeper. */
  meters: z.array(Meter),
  exceptions: z.array(GradeException),
  /** How many at each level, of proposals and of decisions. */
  proposed: LevelCounts,
  decided: LevelCounts,
  warnings: z.array(GradeWarning),
  may: z.array(GradingAct),
})
export type Grading = z.infer<typeof Grading>

/** Gradings kept at a unit or below it, and those in which the unit, one below it or its people are graded. */
export const listGradings = contract({
  method: 'GET',
  path,
  summary: 'summary.grading.list',
  input: z.object({
    unit: UnitCode,
    period: PeriodCode.optional(),
    subjects: Kind.optional(),
    state: GradingState.optional(),
    after: GradingId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    gradings: z.array(GradingLine),
    nextCursor: z.string().nullable(),
    mayOpen: z.boolean(),
  }),
})

/**
 * One grading with its meters and an entity tag. With `unit` (a code in the period) it is asked by who reads grades
 * there only: counts and meters are then left out.
 */
export const getGrading = contract({
  method: 'GET',
  path: `${path}/:grading`,
  summary: 'summary.grading.show',
  input: z.object({ grading: GradingId, unit: UnitCode.optional() }),
  output: Grading,
})

/** A subject in the list of a grading. */
export const GradeSubject = z.object({
  id: z.string(),
  /** Of a person: the staff number. */
  code: z.string(),
  name: z.string(),
  /** Id of the person; null: an organisation, or erased. */
  person: z.string().nullable(),
  /** Post of a person, kind of an organisation. */
  title: z.string(),
  unit: UnitName,
  group: z.string(),
  isHead: z.boolean(),
  isErased: z.boolean(),
  /** What the sheet of the proposal, or else the subject's own, comes to; null: no points, or not all scored. */
  points: z.string().nullable(),
  suggested: Grade.nullable(),
  self: Grade.nullable(),
  comments: z.int(),
  proposed: Grade.nullable(),
  proposedReason: z.string(),
  decided: Grade.nullable(),
  decidedOn: Day,
  noticedOn: Day,
  warnings: z.array(GradeWarning),
})
export type GradeSubject = z.infer<typeof GradeSubject>

/** Subjects in the order of group, unit and code. The reading of people is logged. */
export const listGradeSubjects = contract({
  method: 'GET',
  path: `${path}/:grading/subjects`,
  summary: 'summary.grading.subjects',
  input: z.object({
    grading: GradingId,
    /** Only at this unit and below it, for who reads grades there only. */
    unit: UnitCode.optional(),
    group: z.string().max(100).optional(),
    waiting: z.enum(['self', 'comment', 'proposal', 'decision', 'notice']).optional(),
    after: z.string().max(20).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ subjects: z.array(GradeSubject), nextCursor: z.string().nullable() }),
})

/** Who would be graded, before it is opened; names of people are not told. */
export const previewGrading = contract({
  method: 'GET',
  path: '/api/v1/grading-subjects',
  summary: 'summary.grading.preview',
  input: z.object({
    keeper: UnitCode,
    period: PeriodCode,
    subjects: Kind,
    group: z.string().max(60).default(''),
  }),
  output: z.object({
    count: z.int(),
    groups: z.array(z.object({ group: z.string(), count: z.int() })),
    kinds: z.array(z.string()),
    /** Sets of rules in force on the period's last day. */
    rules: z.array(GradeRulesLine),
  }),
})

/**
 * Opens a grading. Units: those below the keeper, all, of a kind or below a unit (`group`), or by list. People: who holds
 * a post at the keeper or below it on the period's last day (`group`: only at that unit and below), once each.
 */
export const openGrading = contract({
  method: 'POST',
  path,
  summary: 'summary.grading.open',
  input: GradingDays.extend({
    rules: RulesCode,
    period: PeriodCode,
    name: z.string().trim().min(1).max(300),
    keeper: UnitCode,
    group: z.string().max(60).default(''),
    /** Codes of units, or of people. */
    list: z.array(z.string().min(1).max(60)).max(10_000).optional(),
  }),
  output: Grading,
})

export const changeGrading = contract({
  method: 'PUT',
  path: `${path}/:grading`,
  summary: 'summary.grading.change',
  input: GradingDays.extend({ grading: GradingId, name: z.string().trim().min(1).max(300) }),
  output: Grading,
})

/** Closed: nothing is said any more, but by an appeal. */
export const closeGrading = contract({
  method: 'POST',
  path: `${path}/:grading/close`,
  summary: 'summary.grading.close',
  input: z.object({ grading: GradingId, anyway: z.boolean().default(false) }),
  output: Grading,
})
export const reopenGrading = contract({
  method: 'POST',
  path: `${path}/:grading/reopen`,
  summary: 'summary.grading.reopen',
  input: z.object({ grading: GradingId, reason: Reason }),
  output: Grading,
})

const Proposed = z.object({
  subject: GradingId,
  grade: Grade,
  /** Of the rules; with grade `exempt`. */
  exemption: z.string().max(60).nullable().default(null),
  /** Asked where the level is not what the points come to. */
  reason: Words,
})
/** Several proposals at once. Over a quota is told by the meters, not refused. */
export const proposeGrades = contract({
  method: 'POST',
  path: `${path}/:grading/proposals`,
  summary: 'summary.grade.propose',
  input: z.object({ grading: GradingId, proposals: z.array(Proposed).min(1).max(2_000) }),
  output: z.object({ meters: z.array(Meter) }),
})

/**
 * Decides what is proposed: of the named subjects, or of all that are proposed and not decided. A grade beside the
 * subject's overrules the proposal and needs a reason. Refused as a whole (`grading.overQuota`, `grading.gated`) with a
 * fault for each group and subject when the decisions of a group would exceed its quota.
 */
export const decideGrades = contract({
  method: 'POST',
  path: `${path}/:grading/decide`,
  summary: 'summary.grade.decide',
  input: z.object({
    grading: GradingId,
    number: Paper,
    on: DayInput,
    subjects: z
      .array(
        z.object({
          subject: GradingId,
          grade: Grade.nullable().default(null),
          exemption: z.string().max(60).nullable().default(null),
          reason: Words,
        }),
      )
      .max(5_000)
      .optional(),
  }),
  output: z.object({ decided: z.int(), meters: z.array(Meter) }),
})

/** Tells the subjects what was decided: of the named ones, or of all that were decided and not told. */
export const noticeGrades = contract({
  method: 'POST',
  path: `${path}/:grading/notice`,
  summary: 'summary.grade.notice',
  input: z.object({
    grading: GradingId,
    number: Paper,
    on: DayInput,
    subjects: z.array(GradingId).max(5_000).optional(),
  }),
  output: z.object({ noticed: z.int() }),
})
