// What raises a quota for one group of a grading.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { GradingId, Paper, Reason } from './grade-shapes.ts'
import { Grading } from './gradings.ts'

const path = '/api/v1/gradings'

/** Raises a quota for one group up to what the rules allow, with who approved it and the paper. */
export const addException = contract({
  method: 'POST',
  path: `${path}/:grading/exceptions`,
  summary: 'summary.grading.exception',
  input: z.object({
    grading: GradingId,
    key: z.string().max(200),
    level: z.enum(['HTXSNV', 'HTTNV', 'HTNV']),
    percent: z.string().regex(/^\d{1,3}(\.\d{1,4})?$/),
    approver: z.string().trim().min(1).max(200),
    number: Paper,
    on: DayInput,
    reason: Reason,
  }),
  output: Grading,
})
/** Refused while decisions rest on it. */
export const withdrawException = contract({
  method: 'POST',
  path: `${path}/:grading/exceptions/:id/withdraw`,
  summary: 'summary.grading.exceptionWithdraw',
  input: z.object({ grading: GradingId, id: GradingId, reason: Reason }),
  output: Grading,
})
