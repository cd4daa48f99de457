// Published results of rounds: who stands where, why, and what changed since. Of units alone; public once published.

import * as z from 'zod'
import { contract, FileAnswer } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { Stage } from '../schema.ts'
import { RoundId, UnitCode, UnitName } from './score-shapes.ts'

const PeriodCode = z.string().min(1).max(20)
const SchemeCode = z.string().min(1).max(60)
const Ordinal = z.coerce.number().int().min(1).max(1_000)
const Text = z.string().trim()

/** A published round in a list. `id` is the round's. */
export const ResultLine = z.object({
  id: z.string(),
  name: z.string(),
  /** `isExternal`: published by others, entered here as it was. */
  scheme: z.object({ code: z.string(), name: z.string(), version: z.int(), isExternal: z.boolean() }),
  period: z.string(),
  keeper: UnitName,
  publishedOn: z.string(),
  decision: z.string(),
  /** How many take part, and how many of these have an index. */
  subjects: z.int(),
  complete: z.int(),
  /** How many results there are: 1, and one more for each appeal that changed something. */
  versions: z.int(),
  /** Until when appeals are taken; null: none are. */
  appealsUntil: z.string().nullable(),
})
export type ResultLine = z.infer<typeof ResultLine>

export const ResultVersion = z.object({
  ordinal: z.int(),
  kind: z.enum(['published', 'appeal']),
  decidedOn: z.string(),
  decision: z.string(),
  reason: z.string(),
  publishedAt: z.string(),
  sha256: z.string(),
})
export type ResultVersion = z.infer<typeof ResultVersion>

const Standing = z.object({
  points: z.string(),
  indexPercent: z.string().nullable(),
  rank: z.int().nullable(),
})
/** Points and maxima are exact decimals as text; null: not assessed, which is not 0. */
export const ResultArea = z.object({ code: z.string(), points: z.string().nullable(), max: z.string() })
export type ResultArea = z.infer<typeof ResultArea>
export const ResultRow = Standing.extend({
  unit: UnitName,
  max: z.string(),
  class: z.string().nullable(),
  complete: z.boolean(),
  /** Bonus and penalty, in the points already. */
  adjusted: z.string(),
  areas: z.array(ResultArea),
  /** In the result of the period before by the same scheme; null: it was not in it, or is another unit since. */
  before: Standing.nullable(),
})
export type ResultRow = z.infer<typeof ResultRow>

/** Published results, the latest period first; only those of one scheme, period, or in which a unit takes part. */
export const listResults = contract({
  method: 'GET',
  path: '/api/v1/results',
  summary: 'summary.result.list',
  input: z.object({
    scheme: SchemeCode.optional(),
    period: PeriodCode.optional(),
    /** A code means the unit that held it on the last day of the result's period. */
    unit: UnitCode.optional(),
  }),
  output: z.object({ results: z.array(ResultLine) }),
})

/** One result with its subjects in the order of their ranks, those without one last. */
export const getResult = contract({
  method: 'GET',
  path: '/api/v1/results/:round',
  summary: 'summary.result.show',
  input: z.object({
    round: RoundId,
    /** Which of the results; the last when left out. */
    version: Ordinal.optional(),
    /** The `nextCursor` of the page before. */
    after: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: ResultLine.extend({
    version: z.int(),
    history: z.array(ResultVersion),
    /** The period before, by the same scheme; `isOtherVersion`: its rules were others. */
    before: z
      .object({ id: z.string(), period: z.string(), subjects: z.int(), isOtherVersion: z.boolean() })
      .nullable(),
    /** Mean of the indexes there are, and of each area's points as percent of its maximum; two places. */
    meanPercent: z.string().nullable(),
    areas: z.array(
      z.object({ code: z.string(), name: z.string(), max: z.string(), meanPercent: z.string().nullable() }),
    ),
    classes: z.array(z.object({ label: z.string(), from: z.string(), count: z.int() })),
    rows: z.array(ResultRow),
    nextCursor: z.string().nullable(),
  }),
})
export type PublishedResult = z.infer<typeof getResult.output>

export const WhyCriterion = z.object({
  code: z.string(),
  name: z.string(),
  /** Null: not assessed, or out of the maximum (then `max` is 0). */
  points: z.string().nullable(),
  max: z.string(),
  /** What the scheme gives at most. */
  schemeMax: z.string(),
  /** `max` less `points`; null where nothing was assessed. */
  lost: z.string().nullable(),
  /** Whose score counted; null: nobody's. */
  stage: Stage.nullable(),
  /** The way to the points in figures alone. */
  why: z.string(),
  /** Points in the period before, where the scheme has the same criterion with the same maximum. */
  before: z.string().nullable(),
})
export type WhyCriterion = z.infer<typeof WhyCriterion>

/** Why a unit has the score it has: a tree whose leaves add up, with the adjustment, to its points. */
export const getWhy = contract({
  method: 'GET',
  path: '/api/v1/results/:round/units/:unit',
  summary: 'summary.result.why',
  input: z.object({ round: RoundId, unit: UnitCode, version: Ordinal.optional() }),
  output: ResultRow.omit({ areas: true }).extend({
    result: ResultLine,
    version: z.int(),
    /** Of how many that have a rank. */
    ranked: z.int(),
    lost: z.string(),
    areas: z.array(
      ResultArea.extend({
        name: z.string(),
        lost: z.string().nullable(),
        /** Mean of all subjects, percent of the area's maximum; two places. */
        meanPercent: z.string().nullable(),
        criteria: z.array(WhyCriterion),
      }),
    ),
  }),
})
export type Why = z.infer<typeof getWhy.output>

const Changed = z.object({
  code: z.string(),
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
/** What a later result changed: every unit whose points, index, rank or class is another, by its new rank. */
export const getResultChanges = contract({
  method: 'GET',
  path: '/api/v1/results/:round/changes',
  summary: 'summary.result.changes',
  input: z.object({ round: RoundId, version: Ordinal.optional() }),
  output: z.object({
    from: z.int(),
    to: ResultVersion,
    units: z.array(
      z.object({
        unit: UnitName,
        before: Standing.extend({ class: z.string().nullable() }),
        after: Standing.extend({ class: z.string().nullable() }),
        /** Criteria with other points. */
        criteria: z.array(Changed),
      }),
    ),
  }),
})
export type ResultChanges = z.infer<typeof getResultChanges.output>

/** A unit's published results over the years, the latest first. */
export const listUnitResults = contract({
  method: 'GET',
  path: '/api/v1/units/:unit/results',
  summary: 'summary.result.ofUnit',
  input: z.object({ unit: UnitCode }),
  output: z.object({
    results: z.array(
      Standing.extend({
        id: z.string(),
        scheme: ResultLine.shape.scheme,
        period: z.string(),
        unit: UnitName,
        class: z.string().nullable(),
        ranked: z.int(),
      }),
    ),
  }),
})
export type UnitResults = z.infer<typeof listUnitResults.output>

const Table = z.object({ round: RoundId, version: Ordinal.optional() })
export const getResultCsv = contract({
  method: 'GET',
  path: '/api/v1/results/:round/ranking.csv',
  summary: 'summary.result.csv',
  input: Table,
  output: FileAnswer,
})
export const getResultXlsx = contract({
  method: 'GET',
  path: '/api/v1/results/:round/ranking.xlsx',
  summary: 'summary.result.xlsx',
  input: Table,
  output: FileAnswer,
})

const Decision = {
  /** Its number, or what it was called. */
  decision: Text.min(1).max(200),
  /** No later than today. */
  decidedOn: DayInput,
}
/**
 * Freezes what counts now as the round's result, and closes the round: from here only an appeal changes a score. With
 * `If-Match` of the round. Criteria that nobody assessed refuse it (`round.open`), unless `anyway`.
 */
export const publishRound = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/publish',
  summary: 'summary.result.publish',
  input: z.object({ round: RoundId, ...Decision, anyway: z.boolean().default(false) }),
  output: ResultLine,
})

/** A result that others published, from the scores that were brought in for an external scheme. */
export const publishExternal = contract({
  method: 'POST',
  path: '/api/v1/results',
  summary: 'summary.result.external',
  input: z.object({
    scheme: SchemeCode,
    period: PeriodCode,
    name: Text.min(1).max(300),
    /** Code of the unit that keeps it. */
    keeper: UnitCode,
    ...Decision,
  }),
  output: ResultLine,
})
