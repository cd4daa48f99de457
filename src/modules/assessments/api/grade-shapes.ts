// What gradings take and tell: steps, ballots, meters of quotas, warnings.

import * as z from 'zod'
import { DayInput } from '#kernel/day.ts'
import { Grade, Level } from '../rules/grade-rules.ts'

export const GradingId = z.string().regex(/^\d{1,9}$/)
export const UnitCode = z.string().min(1).max(40)
export const UnitName = z.object({ code: z.string(), name: z.string() })
export const PeriodCode = z.string().min(1).max(20)
export const Reason = z.string().trim().min(1).max(500)
/** The only free text there is: a reason, a comment on work. */
export const Words = z.string().trim().max(500).default('')
export const Day = z.string().nullable()

/** A decision or paper: its number and symbol. */
export const Paper = z.string().trim().min(1).max(100)
const Votes = z.int().min(0).max(10_000)

/** Counts only: nobody's vote is known. `present` of `invited` voted; the levels and `invalid` add up to `present`. */
export const Ballot = z.object({
  invited: Votes,
  present: Votes,
  votes: z.object({ HTXSNV: Votes, HTTNV: Votes, HTNV: Votes, KHTNV: Votes }),
  invalid: Votes,
})
export type Ballot = z.infer<typeof Ballot>

/** The steps in order; `opinion` is the old unit's, of somebody who came from it. */
export const GradeStep = z.enum(['self', 'opinion', 'comment', 'proposal', 'decision', 'notice'])
export type GradeStep = z.infer<typeof GradeStep>

/** One thing said at a step. It stays when it is said again; the last one counts (of comments: each body's last). */
export const GradeFact = z.object({
  id: z.string(),
  step: GradeStep,
  grade: Grade.nullable(),
  /** Code of the rules' exemption, with grade `exempt`. */
  exemption: z.string().nullable(),
  /** Reason or comment. */
  text: z.string(),
  /** Who commented: the name of the meeting or the body; '' at other steps. */
  body: z.string(),
  ballot: Ballot.nullable(),
  /** Of the decision or the notice. */
  number: z.string(),
  /** Day of the meeting, the decision, the notice. */
  on: Day,
  by: z.string(),
  for: z.string().nullable(),
  at: z.string(),
  isCurrent: z.boolean(),
})
export type GradeFact = z.infer<typeof GradeFact>

/** How many at each level; `none`: nothing said yet. */
export const LevelCounts = z.object({
  HTXSNV: z.int(),
  HTTNV: z.int(),
  HTNV: z.int(),
  KHTNV: z.int(),
  exempt: z.int(),
  none: z.int(),
})
export type LevelCounts = z.infer<typeof LevelCounts>

/** How far one side of a meter is: so many at the level, of so many that may be. */
export const Fill = z.object({ used: z.int(), allowed: z.int(), isOver: z.boolean() })
export type Fill = z.infer<typeof Fill>

/** One quota in one group: what is proposed and what is decided, and what each reading of the rule would allow. */
export const Meter = z.object({
  /** Key of the group, for exceptions; '' when the quota is counted over all. */
  key: z.string(),
  group: z.string(),
  unit: UnitName.nullable(),
  level: Level,
  percent: z.string(),
  base: z.enum(['good', 'goodOrBetter']),
  proposed: LevelCounts,
  decided: LevelCounts,
  /** By the rules' own reading, with the exception where there is one. Proposals may be over, decisions may not. */
  ofProposed: Fill,
  ofDecided: Fill,
  /** How many could have the level if the proposals stand, by reading A (`good`) and B (`goodOrBetter`). */
  readings: z.object({ good: z.int(), goodOrBetter: z.int() }),
  exception: z
    .object({ id: z.string(), percent: z.string(), approver: z.string(), number: z.string(), on: z.string() })
    .nullable(),
})
export type Meter = z.infer<typeof Meter>

/**
 * What an expert would ask about (`domain.md` §2.8); nothing here refuses by itself, but for `gated` and `overQuota` at
 * the decision. `details` fill the sentence: levels, codes, counts.
 */
export const GRADE_WARNINGS = [
  'overQuota', // { level, used, allowed }, of a group
  'uniform', // { percent }: nearly all are good or better
  'headAboveUnit', // { level, unitLevel }
  'abovePoints', // { level, suggested }
  'gated', // { gate, text, atMost, level }
  'conditionUnmet', // { text, level }
  'conditionsOpen', // { count, level }
  'differs', // { level, otherLevel, rules }: another grading of the same person and period says otherwise
  'opinionMissing', // { unit }
  'commitmentsMissing',
  'commitmentsOpen', // { count }
  'shortService', // { months }
  'ballotAgainst', // { votes, present, level }: less than half voted for the level
] as const
export const GradeWarning = z.object({
  code: z.enum(GRADE_WARNINGS),
  details: z.record(z.string(), z.string()),
})
export type GradeWarning = z.infer<typeof GradeWarning>

export const GradeException = z.object({
  id: z.string(),
  /** Of the meter that it raises. */
  key: z.string(),
  level: z.string(),
  percent: z.string(),
  approver: z.string(),
  number: z.string(),
  on: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})
export type GradeException = z.infer<typeof GradeException>

/** Days by which each step is asked for; null: no day. */
export const GradingDays = z.object({
  selfDue: DayInput.nullable().default(null),
  commentDue: DayInput.nullable().default(null),
  proposeDue: DayInput.nullable().default(null),
  decideOn: DayInput.nullable().default(null),
  /** Within how many days of the notice an appeal is taken; 0: none is. */
  appealDays: z.int().min(0).max(90).default(10),
})
export type GradingDays = z.infer<typeof GradingDays>
