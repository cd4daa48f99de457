import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { RoundState } from '../schema.ts'
import { RoundId, UnitCode, UnitName } from './score-shapes.ts'

const PeriodCode = z.string().min(1).max(20)
const Day = z.string().nullable()
const Reason = z.string().trim().min(1).max(500)

/** The days by which each step is asked for; null: no day. */
export const RoundDays = z.object({
  selfDue: DayInput.nullable().default(null),
  verifyDue: DayInput.nullable().default(null),
  explainDue: DayInput.nullable().default(null),
  councilOn: DayInput.nullable().default(null),
  /** Within how many days of publication an appeal is taken; 0: none is. */
  appealDays: z.int().min(0).max(90).default(10),
})
export type RoundDays = z.infer<typeof RoundDays>

/** A round in a list. */
export const RoundLine = z.object({
  id: z.string(),
  name: z.string(),
  scheme: z.object({ code: z.string(), version: z.int(), name: z.string() }),
  period: z.string(),
  /** A kind of unit, a unit's code, or '' for the list that was given: as `assess --group` takes it. */
  group: z.string(),
  keeper: UnitName,
  state: RoundState,
  selfDue: Day,
  verifyDue: Day,
  explainDue: Day,
  councilOn: Day,
  appealDays: z.int(),
  publishedOn: Day,
  /** Number of the decision, or what it was called. */
  decision: z.string(),
  openedBy: z.string(),
  openedAt: z.string(),
  /** How many take part, have sent their own scores, have answered the cuts. */
  subjects: z.int(),
  sent: z.int(),
  explained: z.int(),
})
export type RoundLine = z.infer<typeof RoundLine>

/** Criteria of an area over all subjects. */
export const RoundArea = z.object({
  code: z.string(),
  name: z.string(),
  max: z.string(),
  /** Who verifies it, in words; and the field in which the right must be held. */
  verifier: z.string(),
  field: z.string().nullable(),
  /** Criteria × subjects. */
  cells: z.int(),
  self: z.int(),
  verified: z.int(),
  reVerified: z.int(),
  final: z.int(),
  /**
   * In state verify what nobody verified, in explain what was explained and not looked at again, in council what is not
   * final; whoever is to do it. Surveys do not wait.
   */
  waiting: z.int(),
  /** Whether the caller may verify it for some subject of the round. */
  mayVerify: z.boolean(),
})
export type RoundArea = z.infer<typeof RoundArea>

/** `publish` is told here, and done by the results' operation. */
export const RoundAct = z.enum(['change', 'move', 'return', 'publish', 'decide'])
export const Round = RoundLine.extend({
  areas: z.array(RoundArea),
  /**
   * What the next step forward would leave open: subjects that have not sent (state self), cells that nobody verified
   * (verify), explanations that nobody looked at again (explain), cells that are not final (council).
   */
  open: z.int(),
  may: z.array(RoundAct),
})
export type Round = z.infer<typeof Round>

/**
 * Rounds kept at a unit or below it, and those in which one of these takes part; the latest opened first. A code means
 * the unit that held it on the last day of the period, else the one that held it last.
 */
export const listRounds = contract({
  method: 'GET',
  path: '/api/v1/rounds',
  summary: 'summary.round.list',
  input: z.object({
    unit: UnitCode,
    period: PeriodCode.optional(),
    scheme: z.string().min(1).max(60).optional(),
    state: RoundState.optional(),
    /** The `nextCursor` of the page before. */
    after: RoundId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ rounds: z.array(RoundLine), nextCursor: z.string().nullable() }),
})

/** One round with its areas and its entity tag. That it is held is no secret among staff; scores are. */
export const getRound = contract({
  method: 'GET',
  path: '/api/v1/rounds/:round',
  summary: 'summary.round.show',
  input: z.object({ round: RoundId }),
  output: Round,
})

/** A subject of a round: who has sent, who has answered, and how far each stage is. Instants, or null. */
export const RoundSubject = UnitName.extend({
  sentAt: z.string().nullable(),
  /** '': the keeper closed the step, and its scores were taken as they stood. */
  sentBy: z.string().nullable(),
  explainedAt: z.string().nullable(),
  explainedBy: z.string().nullable(),
  /** Criteria that have a score at the stage; surveys among them. */
  self: z.int(),
  verified: z.int(),
  reVerified: z.int(),
  final: z.int(),
  cells: z.int(),
  /** Criteria that the unit has explained. */
  explanations: z.int(),
})
export type RoundSubject = z.infer<typeof RoundSubject>

/** Who takes part, by code. */
export const listSubjects = contract({
  method: 'GET',
  path: '/api/v1/rounds/:round/subjects',
  summary: 'summary.round.subjects',
  input: z.object({
    round: RoundId,
    /** Only those that have not sent, or not answered. */
    waiting: z.enum(['self', 'explain']).optional(),
    /** The `nextCursor` of the page before: a unit's code. */
    after: UnitCode.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ subjects: z.array(RoundSubject), nextCursor: z.string().nullable() }),
})

/** Who may take part: a list of codes, or a group. All stand below the keeper on the period's last day. */
export const openRound = contract({
  method: 'POST',
  path: '/api/v1/rounds',
  summary: 'summary.round.open',
  input: RoundDays.extend({
    /** Code of a scheme in force on the period's last day; one of others (`external`) cannot be scored. */
    scheme: z.string().min(1).max(60),
    period: PeriodCode,
    name: z.string().trim().min(1).max(300),
    /** Code of the unit that steers it. */
    keeper: UnitCode,
    /** A kind of unit (`xã`) or a unit's code (it and all below it). With neither this nor `units`: all below the keeper. */
    group: z.string().max(60).default(''),
    units: z.array(UnitCode).max(10_000).optional(),
  }),
  output: Round,
})

/** What each group would bring in, before the round is opened: how many, and the first few names. */
export const previewSubjects = contract({
  method: 'GET',
  path: '/api/v1/round-subjects',
  summary: 'summary.round.preview',
  input: z.object({ keeper: UnitCode, period: PeriodCode, group: z.string().max(60).default('') }),
  output: z.object({ count: z.int(), units: z.array(UnitName), kinds: z.array(z.string()) }),
})

/** Name and days; until it is published. */
export const changeRound = contract({
  method: 'PUT',
  path: '/api/v1/rounds/:round',
  summary: 'summary.round.change',
  input: RoundDays.extend({ round: RoundId, name: z.string().trim().min(1).max(300) }),
  output: Round,
})

/**
 * One step forward, or one back with a reason. What a step leaves open refuses it (`round.open` with the count),
 * unless `anyway`. The last step, publication, is another operation; from there is no way back.
 */
export const moveRound = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/move',
  summary: 'summary.round.move',
  input: z.object({
    round: RoundId,
    to: RoundState.exclude(['published']),
    reason: z.string().trim().max(500).default(''),
    anyway: z.boolean().default(false),
  }),
  output: Round,
})

/** Gives a unit its own scores (state self) or its explanations (state explain) back to work on. */
export const returnSubject = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/subjects/:unit/return',
  summary: 'summary.round.return',
  input: z.object({ round: RoundId, unit: UnitCode, reason: Reason }),
  output: RoundSubject,
})
