// What scoring takes and tells: one score, the cell of a criterion with all its stages, sums, evidence.

import * as z from 'zod'
import { DayInput } from '#kernel/day.ts'
import { CutReason, NaPolicy, Rule, Source, Stage } from '../schema.ts'

export const RoundId = z.string().regex(/^\d{1,9}$/)
export const UnitCode = z.string().min(1).max(40)
export const CriterionCode = z.string().min(1).max(60)
export const UnitName = z.object({ code: z.string(), name: z.string() })

/** JSON of the rule (`{"num":"46","den":"48"}`), every number as text; `{"adjust":"-2"}` for the criterion `*`. */
export const Input = z.record(z.string(), z.unknown())
export type Input = z.infer<typeof Input>

/** What the system itself counted: how much of how much, of which records, read on which day. */
export const Counted = z.object({
  type: z.string(),
  counted: z.string(),
  of: z.string().nullable(),
  asOn: z.string(),
  refs: z.array(z.object({ kind: z.string(), id: z.string(), label: z.string() })),
  sha256: z.string(),
})
export type Counted = z.infer<typeof Counted>

/** One score: what somebody said of a criterion at a stage, and what the rule makes of it. */
export const Score = z.object({
  id: z.string(),
  stage: Stage,
  input: Input,
  /** Null: not assessed, or out of the maximum (`isOut`). An explanation has the points it asks for, if any. */
  points: z.string().nullable(),
  isOut: z.boolean(),
  /** The way to the points in figures alone (`46/48 = 95.8333333333 %`). */
  why: z.string(),
  /** A code of CUT_REASONS, or what an imported file said; '' for none. */
  reason: z.string(),
  note: z.string(),
  /** Below the unit's own. */
  isCut: z.boolean(),
  by: z.string(),
  /** Whom they acted for. */
  for: z.string().nullable(),
  at: z.string(),
  /** Null: a person said it. */
  source: Counted.nullable(),
})
export type Score = z.infer<typeof Score>

/** What is still asked of a criterion: `score` the unit's own, `evidence` at least one piece, `explanation` of a cut. */
export const Lack = z.enum(['score', 'evidence', 'explanation'])
export type Lack = z.infer<typeof Lack>

/** A criterion of a unit with what counts at each stage. */
export const Cell = z.object({
  /** `*`: bonus and penalty. */
  criterion: z.string(),
  /** For `If-Match`; changes with every score of the criterion, whichever stage. */
  etag: z.string(),
  /** In the order of stages; at most one of each. The unit's own is left out while it is a draft of others. */
  scores: z.array(Score),
  /** The stage that counts, and the maximum that is left of it (0: out); null: not assessed. */
  counted: z.object({ stage: Stage, points: z.string().nullable(), max: z.string() }).nullable(),
  /** Ids of the evidence that serves it. */
  evidence: z.array(z.string()),
  lacks: z.array(Lack),
  /** Stages that the caller may say now. */
  may: z.array(Stage),
})
export type Cell = z.infer<typeof Cell>

/** `said` of `of` criteria have a score; `points` is their sum, `max` what all of them can give. */
export const Sum = z.object({ points: z.string(), max: z.string(), said: z.int(), of: z.int() })
export type Sum = z.infer<typeof Sum>
/**
 * Sums of a scheme or an area. The first four are of one stage each, surveys left out; `counted` is of what counts and
 * has all; `survey` is the part of it that surveys give. `self` is null while it is a draft of others.
 */
export const Sums = z.object({
  self: Sum.nullable(),
  verified: Sum,
  reVerified: Sum,
  final: Sum,
  survey: Sum,
  counted: Sum,
})
export type Sums = z.infer<typeof Sums>
/** Of the whole scheme: with the adjustment that counts, and the index where nothing is open; else null. */
export const Totals = Sums.extend({ adjusted: z.string(), indexPercent: z.string().nullable() })
export type Totals = z.infer<typeof Totals>

/** A piece of evidence: which document, of which day, on which page. One piece can serve many criteria. */
export const EvidenceInput = z.object({
  /** Number and symbol of the document, or what it is. */
  number: z.string().trim().min(1).max(200),
  issuer: z.string().trim().max(200).default(''),
  issuedOn: DayInput.nullable().default(null),
  page: z.string().trim().max(60).default(''),
  /** Id of a file that was sent for the unit. */
  file: z.string().min(1).max(80).nullable().default(null),
  /** A record of this program (`/app/…`) or an address that begins with https. */
  link: z
    .string()
    .trim()
    .max(500)
    .regex(/^(|https:\/\/\S+|\/app\/\S*)$/)
    .default(''),
  criteria: z.array(CriterionCode).min(1).max(100),
})
export type EvidenceInput = z.infer<typeof EvidenceInput>
export const Evidence = z.object({
  id: z.string(),
  number: z.string(),
  issuer: z.string(),
  issuedOn: z.string().nullable(),
  page: z.string(),
  file: z.object({ id: z.string(), name: z.string() }).nullable(),
  link: z.string(),
  criteria: z.array(z.string()),
  addedBy: z.string(),
  addedAt: z.string(),
  /** `outside`: issued before or after the period; `undated`: nobody said when. Told, never refused. */
  warnings: z.array(z.enum(['outside', 'undated'])),
  /** May be changed and withdrawn by the caller now. */
  isOpen: z.boolean(),
})
export type Evidence = z.infer<typeof Evidence>

/** A criterion as the scheme has it. */
export const CriterionHead = z.object({
  code: z.string(),
  name: z.string(),
  max: z.string(),
  na: NaPolicy,
  rule: Rule,
  /** What is asked as proof; '' when nothing is. */
  evidenceAsked: z.string(),
  basis: z.string(),
  /** Where the system itself counts. */
  source: Source.nullable(),
})
export type CriterionHead = z.infer<typeof CriterionHead>

/** Which cell, and with `etag` in which state it was seen. */
export const CellRef = z.object({
  unit: UnitCode,
  criterion: CriterionCode,
  etag: z.string().max(80).optional(),
})
export type CellRef = z.infer<typeof CellRef>

/** A reason of the catalogue, or none. */
export const ReasonInput = z.union([CutReason, z.literal('')]).default('')
