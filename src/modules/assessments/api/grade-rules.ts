// Sets of rules for grading, as they were issued.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { GradeRules } from '../rules/grade-rules.ts'
import { Day, PeriodCode } from './grade-shapes.ts'

const Kind = z.enum(['units', 'people'])

export const GradeRulesLine = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  subjects: Kind,
  whom: z.string(),
  validFrom: z.string(),
  validTo: Day,
  basis: z.string(),
})
export type GradeRulesLine = z.infer<typeof GradeRulesLine>

/** All versions of all sets of rules, or those that rule a period; newest first within a code. */
export const listGradeRules = contract({
  method: 'GET',
  path: '/api/v1/grade-rules',
  summary: 'summary.gradeRules.list',
  input: z.object({ period: PeriodCode.optional(), subjects: Kind.optional() }),
  output: z.object({ rules: z.array(GradeRulesLine) }),
})

/** One version as it was written; the newest when none is named. */
export const getGradeRules = contract({
  method: 'GET',
  path: '/api/v1/grade-rules/:code',
  summary: 'summary.gradeRules.show',
  input: z.object({ code: z.string().min(1).max(60), version: z.coerce.number().int().min(1).optional() }),
  output: z.object({ version: z.int(), rules: GradeRules }),
})
