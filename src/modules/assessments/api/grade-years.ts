// Grades over the years, across units and sets of rules.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { Grade } from '../rules/grade-rules.ts'
import { PeriodCode, UnitCode, UnitName } from './grade-shapes.ts'

const Kind = z.enum(['units', 'people'])

/** A grade of one year, or another period. */
export const YearGrade = z.object({
  period: z.string(),
  grade: Grade,
  rules: z.object({ code: z.string(), name: z.string() }),
  grading: z.string(),
  /** Where the subject was graded, as it was called. */
  unit: UnitName,
  title: z.string(),
})
export type YearGrade = z.infer<typeof YearGrade>
export const YearsRow = z.object({
  kind: Kind,
  code: z.string(),
  name: z.string(),
  person: z.string().nullable(),
  unit: UnitName,
  /** The earliest first; one for each rule set and period. */
  grades: z.array(YearGrade),
  /** The newest year's level and how many years it was reached in a row, for each set of people's or units' rules. */
  inRow: z.object({ grade: Grade, years: z.int(), since: z.string() }).nullable(),
})
export type YearsRow = z.infer<typeof YearsRow>

/**
 * Decided grades over the years of the subjects at a unit and below it: organisations of the tree of a day, with what
 * passed into them left to their own rows; or people by the posts of that day. The reading of people is logged.
 */
export const listYears = contract({
  method: 'GET',
  path: '/api/v1/grade-years',
  summary: 'summary.grade.years',
  input: z.object({
    unit: UnitCode,
    subjects: Kind,
    /** The day is its last, and the unit who held the code in it; today when left out. */
    period: PeriodCode.optional(),
    after: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ rows: z.array(YearsRow), nextCursor: z.string().nullable() }),
})
