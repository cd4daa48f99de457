// Appeals against a published score or a grade: filed by the subject, decided by one person outside the first decision.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { Grade, Level } from '../rules/grade-rules.ts'
import { CriterionCode, Input, ReasonInput, RoundId, UnitCode, UnitName } from './score-shapes.ts'

const Id = z.string().regex(/^\d{1,9}$/)
const Text = z.string().trim().min(1).max(2_000)

/**
 * `filed`: nobody owns it yet. `assigned`: its owner has it. `upheld`: something changed. `rejected`: all stays.
 * `withdrawn`: the subject took it back.
 */
export const APPEAL_STATES = ['filed', 'assigned', 'upheld', 'rejected', 'withdrawn'] as const
export const AppealState = z.enum(APPEAL_STATES)
export type AppealState = z.infer<typeof AppealState>
/** `score`: of a unit in a round. `grade`: of a unit or a person in a grading. */
export const AppealKind = z.enum(['score', 'grade'])
export type AppealKind = z.infer<typeof AppealKind>

/** Whether a clock runs, and how it stands: days left to the due day (0: today), or days after it. */
export const Clock = z.object({
  dueOn: z.string(),
  daysLeft: z.int(),
  daysLate: z.int(),
  /** Decided after its due day, or not yet and the day is past. */
  isLate: z.boolean(),
})
export type Clock = z.infer<typeof Clock>

export const AppealAct = z.enum(['assign', 'decide', 'withdraw'])
export type AppealAct = z.infer<typeof AppealAct>

export const AppealLine = z.object({
  id: z.string(),
  kind: AppealKind,
  /** The round, or the grading; and what it is called. */
  about: z.object({ id: z.string(), name: z.string(), period: z.string(), keeper: UnitName }),
  unit: UnitName,
  /** Null: the result as a whole. */
  criterion: z.object({ code: z.string(), name: z.string() }).nullable(),
  state: AppealState,
  filedOn: z.string(),
  clock: Clock,
  /** Display name; null: nobody yet. */
  owner: z.string().nullable(),
  /** The caller owns it. */
  isMine: z.boolean(),
})
export type AppealLine = z.infer<typeof AppealLine>

export const AppealStanding = z.object({
  points: z.string(),
  indexPercent: z.string().nullable(),
  rank: z.int().nullable(),
})
/** What it changed: of the unit itself, and how many others have another rank. */
export const AppealEffect = z.object({
  version: z.int(),
  before: AppealStanding,
  after: AppealStanding,
  others: z.int(),
})
export type AppealEffect = z.infer<typeof AppealEffect>

export const Appeal = AppealLine.extend({
  /** What the subject asks and why. */
  claim: z.string(),
  filedBy: z.string(),
  filedFor: z.string().nullable(),
  /** Which published result it was filed against; null: about a grade. */
  version: z.int().nullable(),
  /** About a grade: whose, and the one that holds now. Null: about a score. */
  grade: z.object({ subject: z.string(), name: z.string(), isPerson: z.boolean(), now: Grade }).nullable(),
  assignedBy: z.string().nullable(),
  assignedOn: z.string().nullable(),
  decision: z
    .object({
      number: z.string(),
      decidedOn: z.string(),
      by: z.string(),
      for: z.string().nullable(),
      /** As it is published. */
      reason: z.string(),
    })
    .nullable(),
  /** Null: nothing changed, or it is about a grade. */
  effect: AppealEffect.nullable(),
  may: z.array(AppealAct),
})
export type Appeal = z.infer<typeof Appeal>

/**
 * Appeals of a unit and of all below it, those that wait first, each group by due day. For who reads scores there; those
 * about grades for who reads grades, without a name.
 */
export const listAppeals = contract({
  method: 'GET',
  path: '/api/v1/appeals',
  summary: 'summary.appeal.list',
  input: z.object({
    unit: UnitCode,
    state: z.enum(['open', 'closed']).optional(),
    round: RoundId.optional(),
    /** The `nextCursor` of the page before. */
    after: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ appeals: z.array(AppealLine), nextCursor: z.string().nullable() }),
})

/** With its entity tag. About a person it is logged. */
export const getAppeal = contract({
  method: 'GET',
  path: '/api/v1/appeals/:appeal',
  summary: 'summary.appeal.show',
  input: z.object({ appeal: Id }),
  output: Appeal,
})

/**
 * Within the window after publication (`RoundDays.appealDays`); of one criterion or of the result as a whole, each once
 * at a time.
 */
export const fileAppeal = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/subjects/:unit/appeals',
  summary: 'summary.appeal.file',
  input: z.object({
    round: RoundId,
    unit: UnitCode,
    /** Left out: the result as a whole. */
    criterion: CriterionCode.optional(),
    claim: Text,
  }),
  output: Appeal,
})

/** By the person, or for an organisation by whoever files for it; within the window after the notice. */
export const fileGradeAppeal = contract({
  method: 'POST',
  path: '/api/v1/gradings/:grading/subjects/:subject/appeals',
  summary: 'summary.appeal.fileGrade',
  input: z.object({ grading: Id, subject: Id, claim: Text }),
  output: Appeal,
})

/** Who may own an appeal: whoever may decide above the subject and had no part in it. Names of accounts. */
export const listOwners = contract({
  method: 'GET',
  path: '/api/v1/appeals/:appeal/owners',
  summary: 'summary.appeal.owners',
  input: z.object({ appeal: Id }),
  output: z.object({ owners: z.array(z.object({ username: z.string(), name: z.string() })) }),
})

/** Gives it to exactly one owner; given again, to another one. The clock runs on. */
export const assignAppeal = contract({
  method: 'PUT',
  path: '/api/v1/appeals/:appeal/owner',
  summary: 'summary.appeal.assign',
  input: z.object({ appeal: Id, owner: z.string().min(1).max(80) }),
  output: Appeal,
})

/**
 * By its owner alone. Upheld, it says at least one final score (of a round) and a further result is published, with the
 * reason; rejected, nothing changes. Either reason is published.
 */
export const decideAppeal = contract({
  method: 'POST',
  path: '/api/v1/appeals/:appeal/decide',
  summary: 'summary.appeal.decide',
  input: z.object({
    appeal: Id,
    outcome: z.enum(['upheld', 'rejected']),
    reason: Text,
    /** Number of the decision, and its day. */
    number: z.string().trim().min(1).max(200),
    decidedOn: DayInput,
    /** Final scores; of the criterion that was appealed, or of any where it was the whole result. */
    scores: z
      .array(
        z.object({
          criterion: CriterionCode,
          input: Input,
          /** Where it stays below the unit's own. */
          reason: ReasonInput,
          note: z.string().trim().max(500).default(''),
        }),
      )
      .max(200)
      .default([]),
    /** The grade that holds from now on, where a grade is appealed and it is upheld. */
    grade: Level.optional(),
  }),
  output: Appeal,
})

/** By the subject, until it is decided. */
export const withdrawAppeal = contract({
  method: 'POST',
  path: '/api/v1/appeals/:appeal/withdraw',
  summary: 'summary.appeal.withdraw',
  input: z.object({ appeal: Id }),
  output: Appeal,
})

/** What was decided on appeals against a published result, with the reasons; for everybody. Of units alone. */
export const listDecidedAppeals = contract({
  method: 'GET',
  path: '/api/v1/results/:round/appeals',
  summary: 'summary.appeal.decided',
  input: z.object({ round: RoundId }),
  output: z.object({
    appeals: z.array(
      z.object({
        unit: UnitName,
        criterion: z.object({ code: z.string(), name: z.string() }).nullable(),
        outcome: z.enum(['upheld', 'rejected']),
        number: z.string(),
        decidedOn: z.string(),
        reason: z.string(),
        /** Which result it made; null: none. */
        version: z.int().nullable(),
      }),
    ),
  }),
})
