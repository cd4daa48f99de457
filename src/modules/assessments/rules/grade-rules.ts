// A set of rules for grading as it is written down (`domain.md` §2). Numbers are text, read exactly. What a source did
// not say clearly carries a `note`.

import * as z from 'zod'

/** From the best down. */
export const LEVELS = ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'] as const
export const Level = z.enum(['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'])
export type Level = z.infer<typeof Level>
/** What a decision says: a level, or that the subject is not graded. Nothing said yet is null. */
export const Grade = z.enum(['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'exempt'])
export type Grade = z.infer<typeof Grade>

const Code = z.string().regex(/^[A-Za-z0-9._-]{1,60}$/)
const Words = z.string().trim().min(1).max(1000)
const Note = z.string().max(1000).optional()
const Points = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/)
const Percent = z.string().regex(/^(100(\.0+)?|\d{1,2}(\.\d{1,4})?)$/)
const Day = z.iso.date()

/** Whom a line is for: everyone, heads of units, or all others. */
const Whom = z.enum(['all', 'heads', 'others']).default('all')

/** A level with the points from which it begins (null: levels are not reached by points) and what else it asks. */
const LevelRule = z.strictObject({
  level: Level,
  from: Points.nullable().default(null),
  conditions: z.array(z.strictObject({ code: Code, text: Words, whom: Whom, note: Note })).default([]),
  note: Note,
})

const CriterionRule = z.strictObject({
  code: Code,
  name: Words,
  /** In a group of points. */
  max: Points.optional(),
  whom: Whom,
  /** Judged on what was registered at the start and what was done at the end: studying and following. */
  onCommitments: z.boolean().default(false),
  note: Note,
})
/**
 * How the criteria of a group make its points. `points`: each gives 0 to its maximum, and they are added.
 * `meanPercent`: each is a percentage, and the mean of those that apply is that part of the maximum.
 * `level`: each is judged as a level, and nothing is added.
 */
export const Group = z.strictObject({
  code: Code,
  name: Words,
  scoring: z.enum(['points', 'meanPercent', 'level']),
  max: Points.nullable().default(null),
  criteria: z.array(CriterionRule).min(1).max(60),
  note: Note,
})
export type Group = z.infer<typeof Group>

/** Where it holds, the level is at most `atMost`: a decision above is refused, or (`blocks` false) warned of. */
export const Gate = z.strictObject({
  code: Code,
  text: Words,
  atMost: Level,
  whom: Whom,
  blocks: z.boolean().default(true),
  note: Note,
})
export type Gate = z.infer<typeof Gate>

/**
 * At most `percent` of a group at `level`. Base `good` (reading A): of those at the next level down, x ≤ p·y;
 * `goodOrBetter` (reading B): of both together, x ≤ p·(x + y). Below `smallUnit.below` people at both levels at least
 * `smallUnit.allow` may have it.
 */
export const Quota = z.strictObject({
  level: Level.exclude(['KHTNV']),
  percent: Percent,
  base: z.enum(['good', 'goodOrBetter']),
  rounding: z.enum(['floor', 'half', 'ceil']).default('floor'),
  smallUnit: z
    .strictObject({ below: z.int().min(1).max(50), allow: z.int().min(0).max(50) })
    .nullable()
    .default(null),
  /** Within what it is counted: all, a group of comparable duties, one unit, or both. */
  groupBy: z.enum(['all', 'group', 'unit', 'unitAndGroup']).default('group'),
  /** How far an exception may raise it, and who approves that; null: not at all. */
  exception: z.strictObject({ percent: Percent, approver: Words }).nullable().default(null),
  note: Note,
})
export type Quota = z.infer<typeof Quota>

export const GradeRules = z.strictObject({
  code: z.string().trim().min(1).max(60),
  name: Words,
  subjects: z.enum(['units', 'people']),
  /** For whom, in words. */
  whom: z.string().max(300).default(''),
  /** The periods that end on these days. */
  validFrom: Day,
  validTo: Day.nullable().default(null),
  basis: Words,
  levels: z.array(LevelRule).length(4),
  /** How the year is divided: each part is scored, and the year is their mean. */
  frame: z
    .strictObject({ by: z.enum(['month', 'quarter']), note: Note })
    .nullable()
    .default(null),
  groups: z.array(Group).max(10).default([]),
  gates: z.array(Gate).max(40).default([]),
  exemptions: z
    .array(z.strictObject({ code: Code, text: Words, note: Note }))
    .max(40)
    .default([]),
  quotas: z.array(Quota).max(5).default([]),
  /** Whoever came is graded by the new unit, with the old one's opinion from so many months there on. */
  transfer: z
    .strictObject({ opinionFromMonths: z.int().min(1).max(12), note: Note })
    .nullable()
    .default(null),
  /** Less time than this in the period: told at opening, so that an exemption can be looked at. */
  shortServiceMonths: z.int().min(1).max(12).nullable().default(null),
  /** How long a person's record is kept after the grading's period. */
  retentionYears: z.int().min(1).max(100).default(10),
  note: Note,
})
export type GradeRules = z.infer<typeof GradeRules>
