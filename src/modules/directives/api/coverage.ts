import * as z from 'zod'
import { contract, FileAnswer } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { Step } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const DayKnown = z.string().nullable()

/** One unit's way through a directive. A day is the first on which a step was reached; null: not by then. */
export const CoverageRow = z.object({
  unitId: z.string(),
  /** As on the day on which it was asked. */
  unitCode: z.string(),
  unitName: z.string(),
  received: DayKnown,
  studied: DayKnown,
  planned: DayKnown,
  reported: DayKnown,
  done: DayKnown,
  /** With extensions; null: no day was set. */
  due: DayKnown,
  /** done (or the day asked for, while it is not) minus due, never below 0. */
  daysLate: z.int(),
  /** How many occurrences of duties stand behind the row, and the one that `due` and `daysLate` are of. */
  occurrences: z.int(),
  occurrenceId: z.string(),
})
export type CoverageRow = z.infer<typeof CoverageRow>

const steps = {
  received: z.int(),
  studied: z.int(),
  planned: z.int(),
  reported: z.int(),
  done: z.int(),
  /** With days late: still, or when it was done. */
  late: z.int(),
  /** Late, and still not done. */
  overdue: z.int(),
}
export const CoverageTotals = z.object({ units: z.int(), ...steps })
export type CoverageTotals = z.infer<typeof CoverageTotals>

const Asked = z.object({
  id: Id,
  /** What was known on this day; today without it. */
  on: DayInput.optional(),
  /** Code of a unit: it and those below it. */
  unit: z.string().min(1).max(40).optional(),
  /** Only units that have not come to this step. Totals stay those of all. */
  missing: Step.optional(),
  /** `true`: only units with days late. Totals stay those of all. */
  late: z.enum(['true', 'false']).default('false'),
})

/**
 * Units × steps of one directive, by unit code: those that the caller reaches with `duty.read`. Withdrawn duties and
 * those passed to a successor do not count; `songma coverage` gives the same.
 */
export const getCoverage = contract({
  method: 'GET',
  path: '/api/v1/directives/:id/coverage',
  summary: 'summary.coverage.get',
  input: Asked.extend({
    /** The `nextCursor` of the page before. */
    after: Id.optional(),
    limit: z.coerce.number().int().min(1).max(5_000).default(5_000),
  }),
  output: z.object({
    /** Its number: `01-KL/TW`. */
    directive: z.string(),
    id: z.string(),
    issuedOn: z.string(),
    issuer: z.string(),
    excerpt: z.string(),
    on: z.string(),
    units: z.array(CoverageRow),
    totals: CoverageTotals,
    nextCursor: z.string().nullable(),
  }),
})
export type Coverage = z.infer<typeof getCoverage.output>

/** All rows as a table. */
export const getCoverageCsv = contract({
  method: 'GET',
  path: '/api/v1/directives/:id/coverage.csv',
  summary: 'summary.coverage.csv',
  input: Asked,
  output: FileAnswer,
})
export const getCoverageXlsx = contract({
  method: 'GET',
  path: '/api/v1/directives/:id/coverage.xlsx',
  summary: 'summary.coverage.xlsx',
  input: Asked,
  output: FileAnswer,
})

/** How many pairs of a directive and a unit of which something is asked there are, and how many reached each step. */
export const CoverageCount = z.object({ asked: z.int(), ...steps })
export type CoverageCount = z.infer<typeof CoverageCount>

const UnitLine = CoverageCount.extend({
  unitId: z.string(),
  /** As on the day asked for, or last. */
  unitCode: z.string(),
  unitName: z.string(),
  /** The most of its days late. */
  daysLate: z.int(),
})
export type CoverageUnitLine = z.infer<typeof UnitLine>
const DirectiveLine = CoverageCount.extend({
  id: z.string(),
  directive: z.string(),
  issuer: z.string(),
  issuedOn: z.string(),
  excerpt: z.string(),
  daysLate: z.int(),
})
export type CoverageDirectiveLine = z.infer<typeof DirectiveLine>

const BoardAsked = z.object({
  /** Code of a unit: it and those below it. */
  unit: z.string().min(1).max(40),
  on: DayInput.optional(),
  /** First and last day of issue of the directives, both inclusive. */
  from: DayInput.optional(),
  to: DayInput.optional(),
  /** A line for each unit, by code, or for each directive, the latest first. */
  by: z.enum(['units', 'directives']).default('units'),
  /** Only lines in which somebody has not come to this step. Totals stay those of all. */
  missing: Step.optional(),
  late: z.enum(['true', 'false']).default('false'),
})

/** All directives at once: each pair of directive and unit is judged as on the board of that directive, and counted. */
export const getCoverageBoard = contract({
  method: 'GET',
  path: '/api/v1/coverage',
  summary: 'summary.coverage.board',
  input: BoardAsked.extend({
    after: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(5_000).default(500),
  }),
  output: z.object({
    unit: z.object({ id: z.string(), code: z.string(), name: z.string() }),
    on: z.string(),
    units: z.array(UnitLine),
    directives: z.array(DirectiveLine),
    totals: CoverageCount.extend({ units: z.int(), directives: z.int() }),
    nextCursor: z.string().nullable(),
  }),
})
export type CoverageBoard = z.infer<typeof getCoverageBoard.output>

/** All lines as a table; 20,000 at most. */
export const getCoverageBoardCsv = contract({
  method: 'GET',
  path: '/api/v1/coverage.csv',
  summary: 'summary.coverage.boardCsv',
  input: BoardAsked,
  output: FileAnswer,
})
export const getCoverageBoardXlsx = contract({
  method: 'GET',
  path: '/api/v1/coverage.xlsx',
  summary: 'summary.coverage.boardXlsx',
  input: BoardAsked,
  output: FileAnswer,
})
