// One subject of a grading: criteria scored by parts, commitments, and the steps from its own word to the notice.
// The subject sees all of it.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { Grade, GradeRules, Level } from '../rules/grade-rules.ts'
import { Ballot, Day, GradeFact, GradeWarning, GradingId, Reason, UnitName, Words } from './grade-shapes.ts'

const path = '/api/v1/gradings/:grading/subjects/:subject'
const Keys = { grading: GradingId, subject: GradingId }
const CriterionCode = z.string().min(1).max(60)

/** `self`: the subject's own; `proposal`: whoever proposes. */
export const ScoreSide = z.enum(['self', 'proposal'])
export type ScoreSide = z.infer<typeof ScoreSide>

/** By criterion: points, a percentage, or a level, as the group's `scoring` says. What is left out is not scored. */
export const PartValues = z.record(CriterionCode, z.string().max(20))
export type PartValues = z.infer<typeof PartValues>
export const PartScores = z.object({
  /** A month or quarter; '' where the year is not divided. */
  part: z.string(),
  values: PartValues,
  points: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export type PartScores = z.infer<typeof PartScores>

/** What one side says of the criteria, and what the rules make of it. */
export const SideScores = z.object({
  parts: z.array(PartScores),
  groups: z.array(z.object({ code: z.string(), points: z.string().nullable(), max: z.string().nullable() })),
  /** The mean over the scored parts; null: not every criterion is scored in them, or the rules have no points. */
  points: z.string().nullable(),
  /** Parts that are scored, of all there are. */
  scored: z.int(),
  of: z.int(),
  /** Conditions of levels: held or not; those left out were not stated. */
  conditions: z.record(z.string(), z.boolean()),
  /** Codes of the gates that hold. */
  gates: z.array(z.string()),
  /** The level that points, stated conditions and gates come to; null: it cannot be told. */
  suggested: Level.nullable(),
})
export type SideScores = z.infer<typeof SideScores>

export const Outcome = z.enum(['done', 'partly', 'not'])
export const Commitment = z.object({
  id: z.string(),
  text: z.string(),
  /** How its result will be measured. */
  measure: z.string(),
  by: z.string(),
  at: z.string(),
  outcome: Outcome.nullable(),
  /** What was done. */
  result: z.string(),
  reportedBy: z.string().nullable(),
  reportedAt: Day,
})
export type Commitment = z.infer<typeof Commitment>

export const SheetAct = z.enum([
  'scoreSelf',
  'self',
  'commit',
  'opinion',
  'comment',
  'scoreProposal',
  'propose',
  'decide',
  'place',
  'appeal',
])
export type SheetAct = z.infer<typeof SheetAct>

export const GradeSheet = z.object({
  id: z.string(),
  grading: z.object({
    id: z.string(),
    name: z.string(),
    period: z.string(),
    keeper: UnitName,
    subjects: z.enum(['units', 'people']),
    state: z.enum(['open', 'closed']),
    selfDue: Day,
    commentDue: Day,
    proposeDue: Day,
    decideOn: Day,
  }),
  code: z.string(),
  name: z.string(),
  person: z.string().nullable(),
  title: z.string(),
  unit: UnitName,
  group: z.string(),
  isHead: z.boolean(),
  /** The subject is the caller. */
  isOwn: z.boolean(),
  /** The unit that somebody came from, whose opinion is asked. */
  cameFrom: UnitName.nullable(),
  ruleset: GradeRules,
  /** Codes of the months or quarters; empty where the year is not divided. */
  parts: z.array(z.string()),
  self: SideScores.nullable(),
  proposal: SideScores.nullable(),
  commitments: z.array(Commitment),
  /** Everything said, the earliest first; `isCurrent` marks what counts. */
  facts: z.array(GradeFact),
  warnings: z.array(GradeWarning),
  /** The last day on which an appeal is taken; null: none is, or nothing was told yet. */
  appealUntil: Day,
  may: z.array(SheetAct),
})
export type GradeSheet = z.infer<typeof GradeSheet>

/** The sheet with an entity tag: for who reads grades at the subject's unit, and for the subject. Logged of people. */
export const getGradeSheet = contract({
  method: 'GET',
  path,
  summary: 'summary.grade.sheet',
  input: z.object(Keys),
  output: GradeSheet,
})

/** Group of comparable duties, and whether the subject heads its unit, where the list had it wrong. */
export const placeSubject = contract({
  method: 'PUT',
  path,
  summary: 'summary.grade.place',
  input: z.object({ ...Keys, group: z.string().trim().max(100), isHead: z.boolean() }),
  output: GradeSheet,
})

/** Scores of one part by one side; a value that is left out is taken back. Conditions and gates are of the whole year. */
export const saveGradeScores = contract({
  method: 'PUT',
  path: `${path}/scores`,
  summary: 'summary.grade.score',
  input: z.object({
    ...Keys,
    side: ScoreSide,
    part: z.string().max(20).default(''),
    values: PartValues,
    conditions: z.record(z.string().max(60), z.boolean()).optional(),
    gates: z.array(z.string().max(60)).max(40).optional(),
  }),
  output: GradeSheet,
})

/** What the subject says of itself. */
export const gradeSelf = contract({
  method: 'POST',
  path: `${path}/self`,
  summary: 'summary.grade.self',
  input: z.object({ ...Keys, grade: Level, text: Words }),
  output: GradeSheet,
})

/** The opinion of the unit that somebody came from. */
export const giveOpinion = contract({
  method: 'POST',
  path: `${path}/opinion`,
  summary: 'summary.grade.opinion',
  input: z.object({ ...Keys, grade: Level.nullable().default(null), text: Reason }),
  output: GradeSheet,
})

/** A body's comment, with its ballot in counts. The same body again replaces what it said. */
export const commentGrade = contract({
  method: 'POST',
  path: `${path}/comments`,
  summary: 'summary.grade.comment',
  input: z.object({
    ...Keys,
    /** The meeting or body: `Chi bộ`, `Ban Tổ chức`. */
    body: z.string().trim().min(1).max(200),
    on: DayInput,
    text: Words,
    ballot: Ballot.nullable().default(null),
  }),
  output: GradeSheet,
})

const CommitmentInput = {
  text: z.string().trim().min(1).max(500),
  measure: z.string().trim().max(300).default(''),
}
/** Registered by the subject at the start; can be reworded or withdrawn until its outcome is told. */
export const registerCommitment = contract({
  method: 'POST',
  path: `${path}/commitments`,
  summary: 'summary.grade.commit',
  input: z.object({ ...Keys, ...CommitmentInput }),
  output: GradeSheet,
})
export const changeCommitment = contract({
  method: 'PUT',
  path: `${path}/commitments/:id`,
  summary: 'summary.grade.commitChange',
  input: z.object({ ...Keys, id: GradingId, ...CommitmentInput }),
  output: GradeSheet,
})
export const withdrawCommitment = contract({
  method: 'DELETE',
  path: `${path}/commitments/:id`,
  summary: 'summary.grade.commitWithdraw',
  input: z.object({ ...Keys, id: GradingId }),
  output: GradeSheet,
})
/** What was done of it, at the end; can be told again until the proposal. */
export const reportCommitment = contract({
  method: 'PUT',
  path: `${path}/commitments/:id/outcome`,
  summary: 'summary.grade.commitReport',
  input: z.object({ ...Keys, id: GradingId, outcome: Outcome, result: z.string().trim().min(1).max(500) }),
  output: GradeSheet,
})

/** Gradings in which the caller is graded, the newest first. */
export const listMyGrades = contract({
  method: 'GET',
  path: '/api/v1/my-grades',
  summary: 'summary.grade.mine',
  input: z.object({}),
  output: z.object({
    grades: z.array(
      z.object({
        grading: z.string(),
        subject: z.string(),
        name: z.string(),
        period: z.string(),
        rules: z.string(),
        unit: UnitName,
        state: z.enum(['open', 'closed']),
        self: Grade.nullable(),
        selfDue: Day,
        /** Told only once there is a notice. */
        decided: Grade.nullable(),
        noticedOn: Day,
        appealUntil: Day,
      }),
    ),
  }),
})
