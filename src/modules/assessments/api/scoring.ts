import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { Stage } from '../schema.ts'
import { RoundArea, RoundLine } from './rounds.ts'
import {
  Cell,
  CellRef,
  CriterionCode,
  CriterionHead,
  Evidence,
  EvidenceInput,
  Input,
  ReasonInput,
  RoundId,
  Score,
  Sums,
  Totals,
  UnitCode,
  UnitName,
} from './score-shapes.ts'

export * from './score-shapes.ts'

const Subject = z.object({ round: RoundId, unit: UnitCode })
const Head = RoundLine.omit({ subjects: true, sent: true, explained: true })
/** What a unit has yet to give, by criterion codes. */
export const Missing = z.object({
  /** Its own scores, evidence that is asked for, answers to cuts. */
  scores: z.array(z.string()),
  evidence: z.array(z.string()),
  explanations: z.array(z.string()),
})
export type Missing = z.infer<typeof Missing>

export const SheetCriterion = CriterionHead.extend({ cell: Cell })
export type SheetCriterion = z.infer<typeof SheetCriterion>
export const SheetArea = z.object({
  code: z.string(),
  name: z.string(),
  max: z.string(),
  verifier: z.string(),
  field: z.string().nullable(),
  sums: Sums,
  criteria: z.array(SheetCriterion),
})
export type SheetArea = z.infer<typeof SheetArea>
/** Acts on the whole sheet: to send one's own scores, to say that the cuts are answered, to add evidence. */
export const SheetAct = z.enum(['send', 'explain-done', 'evidence'])
export const Sheet = z.object({
  round: Head,
  unit: UnitName,
  sentAt: z.string().nullable(),
  sentBy: z.string().nullable(),
  explainedAt: z.string().nullable(),
  explainedBy: z.string().nullable(),
  /** The unit's own scores are not sent, and the caller is not of the unit: they are not told. */
  isHidden: z.boolean(),
  areas: z.array(SheetArea),
  /** Bonus and penalty; null: the scheme has none. */
  adjustment: z.object({ min: z.string(), max: z.string(), cell: Cell }).nullable(),
  totals: Totals,
  missing: Missing,
  evidence: z.array(Evidence),
  may: z.array(SheetAct),
})
export type Sheet = z.infer<typeof Sheet>

/** All scores of one subject of a round, by area and criterion, with sums as they stand now. */
export const getSheet = contract({
  method: 'GET',
  path: '/api/v1/rounds/:round/subjects/:unit',
  summary: 'summary.score.sheet',
  input: Subject,
  output: Sheet,
})

/** What changes on a sheet with one cell. */
export const Saved = z.object({
  cell: Cell,
  /** Null for the criterion `*`. */
  area: z.object({ code: z.string(), sums: Sums }).nullable(),
  totals: Totals,
  missing: Missing,
})
export type Saved = z.infer<typeof Saved>

/**
 * Says a score. `If-Match` with the cell's tag refuses what rests on an old reading (`score.stale`). Below the unit's own
 * it is a cut and needs a reason of the catalogue, except where it keeps the points and so the reason of the stage
 * before. `explained` needs a note; its input is what is asked for, or `{}`.
 */
export const saveScore = contract({
  method: 'PUT',
  path: '/api/v1/rounds/:round/subjects/:unit/scores/:criterion',
  summary: 'summary.score.save',
  input: Subject.extend({
    criterion: CriterionCode,
    stage: Stage,
    input: Input.default({}),
    reason: ReasonInput,
    /** At most 500 characters; 2,000 for an explanation. */
    note: z.string().trim().max(2_000).default(''),
  }),
  output: Saved,
})

/** Everything that was ever said of a criterion, the latest first; 200 at most. */
export const listScores = contract({
  method: 'GET',
  path: '/api/v1/rounds/:round/subjects/:unit/scores/:criterion',
  summary: 'summary.score.history',
  input: Subject.extend({ criterion: CriterionCode }),
  output: z.object({ scores: z.array(Score.extend({ isCurrent: z.boolean() })) }),
})

/** The unit's own scores are final and may be verified. Criteria without one refuse it unless `anyway`. */
export const sendScores = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/subjects/:unit/send',
  summary: 'summary.score.send',
  input: Subject.extend({ anyway: z.boolean().default(false) }),
  output: Sheet,
})
/** The unit has answered the cuts it wants to answer; the others it accepts. */
export const endExplaining = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/subjects/:unit/explain-done',
  summary: 'summary.score.explained',
  input: Subject,
  output: Sheet,
})

export const addEvidence = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/subjects/:unit/evidence',
  summary: 'summary.score.evidence.add',
  input: EvidenceInput.extend({ round: RoundId, unit: UnitCode }),
  output: Evidence,
})
/** While the unit works on its sheet: what was there when it was sent stays as it was. */
export const changeEvidence = contract({
  method: 'PUT',
  path: '/api/v1/rounds/:round/subjects/:unit/evidence/:id',
  summary: 'summary.score.evidence.change',
  input: EvidenceInput.extend({ round: RoundId, unit: UnitCode, id: z.string().regex(/^\d{1,15}$/) }),
  output: Evidence,
})
export const withdrawEvidence = contract({
  method: 'DELETE',
  path: '/api/v1/rounds/:round/subjects/:unit/evidence/:id',
  summary: 'summary.score.evidence.withdraw',
  input: Subject.extend({ id: z.string().regex(/^\d{1,15}$/) }),
  output: z.object({ id: z.string() }),
})

/** A cell that waits, with the evidence that serves it. `evidence` of the cell holds its ids. */
export const QueueItem = z.object({ unit: UnitName, cell: Cell, evidence: z.array(Evidence) })
export type QueueItem = z.infer<typeof QueueItem>
/**
 * The cells of an area that wait for the caller, criterion by criterion: in state verify those of units that have sent
 * and that nobody verified; in state explain those that were explained and not looked at again. Others: none.
 */
export const getQueue = contract({
  method: 'GET',
  path: '/api/v1/rounds/:round/queue',
  summary: 'summary.score.queue',
  input: z.object({
    round: RoundId,
    area: CriterionCode,
    /** Only of this unit. */
    unit: UnitCode.optional(),
    /** The `nextCursor` of the page before. */
    after: z.string().max(120).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    round: Head,
    area: RoundArea.pick({ code: true, name: true, max: true, verifier: true, field: true }),
    /** The stage that the caller is to say: null where nothing waits in this state. */
    stage: Stage.nullable(),
    criteria: z.array(CriterionHead),
    items: z.array(QueueItem),
    nextCursor: z.string().nullable(),
  }),
})

/** What a bulk act takes over: the unit's own, what it explained (else its own), what was verified. */
export const Take = z.enum(['self', 'explained', 'verified'])
export type Take = z.infer<typeof Take>
/**
 * Says the same of several cells at once: verified in state verify, re-verified in state explain. All or none; a fault
 * for each cell that cannot be (`score.refused`).
 */
export const verifyMany = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/verify',
  summary: 'summary.score.verifyMany',
  input: z.object({ round: RoundId, take: Take.default('self'), cells: z.array(CellRef).min(1).max(200) }),
  output: z.object({ cells: z.array(Cell.extend({ unit: z.string() })) }),
})

/** A subject in the council's table. */
export const TableRow = UnitName.extend({
  sentAt: z.string().nullable(),
  explainedAt: z.string().nullable(),
  areas: z.array(z.object({ code: z.string(), sums: Sums })),
  totals: Totals,
})
export type TableRow = z.infer<typeof TableRow>
/** Subjects × areas × stages, by code. Own scores that are not sent are null. No ranks: those are of the result. */
export const getTable = contract({
  method: 'GET',
  path: '/api/v1/rounds/:round/table',
  summary: 'summary.score.table',
  input: z.object({
    round: RoundId,
    after: UnitCode.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({
    round: Head,
    areas: z.array(RoundArea.pick({ code: true, name: true, max: true, verifier: true, field: true })),
    rows: z.array(TableRow),
    nextCursor: z.string().nullable(),
  }),
})

/** The council takes over what counts now as final: for whole units, or for cells. What has a final score is left. */
export const decideMany = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/final',
  summary: 'summary.score.decideMany',
  input: z.object({
    round: RoundId,
    units: z.array(UnitCode).max(200).default([]),
    cells: z.array(CellRef).max(200).default([]),
  }),
  /** How many final scores were said, and how many criteria are still not assessed. */
  output: z.object({ decided: z.int(), open: z.int() }),
})
