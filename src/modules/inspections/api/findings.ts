import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { Product } from '#modules/directives/schema.ts'
import { FindingKind, RecheckResult, Severity } from '../schema.ts'
import { Finding } from './visits.ts'

const Id = z.string().regex(/^\d{1,15}$/)

/** Which findings: `open` are not mended, `overdue` those whose duty is open after its day. */
export const FindingFilter = z.enum(['all', 'open', 'overdue'])
export type FindingFilter = z.infer<typeof FindingFilter>

/** What was found at a unit and at all that stood below it then, or is theirs to mend now; the latest first. */
export const listFindings = contract({
  method: 'GET',
  path: '/api/v1/inspection-findings',
  summary: 'summary.inspection.findings',
  input: z.object({
    unit: z.string().min(1),
    which: FindingFilter.default('all'),
    kind: FindingKind.optional(),
    severity: Severity.optional(),
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{1,15}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    findings: z.array(Finding),
    /** Of the unit, whatever kind or severity is asked for; on the first page only. */
    totals: z.object({ all: z.int(), open: z.int(), overdue: z.int() }).nullable(),
    nextCursor: z.string().nullable(),
  }),
})

/** Kinds that at least two visits to the same unit found between two days, both inclusive; the most often found first. */
export const listRecurring = contract({
  method: 'GET',
  path: '/api/v1/recurring-findings',
  summary: 'summary.inspection.recurring',
  input: z.object({ unit: z.string().min(1), from: DayInput.optional(), to: DayInput.optional() }),
  output: z.object({
    /** At most 500. */
    recurring: z.array(
      z.object({
        unit: z.object({ id: z.string(), code: z.string(), name: z.string() }),
        kind: FindingKind,
        findings: z.int(),
        visits: z.int(),
        firstOn: z.string(),
        lastOn: z.string(),
        worst: Severity,
      }),
    ),
  }),
})

/** Asks the unit to mend it by a day: a duty under the inspection's directive. */
export const makeDuty = contract({
  method: 'POST',
  path: '/api/v1/inspection-findings/:id/duty',
  summary: 'summary.inspection.duty',
  input: z.object({
    id: Id,
    task: z.string().trim().min(1).max(4_000),
    product: Product.default('report'),
    dueOn: DayInput,
    /** Code of the successor that is to mend it, where the unit has ended and several took its place. */
    unit: z.string().max(40).optional(),
  }),
  output: Finding,
})
/** Looked at again. All but `fixed` says why. */
export const recheck = contract({
  method: 'POST',
  path: '/api/v1/inspection-findings/:id/recheck',
  summary: 'summary.inspection.recheck',
  input: z
    .object({
      id: Id,
      checkedOn: DayInput,
      result: RecheckResult,
      note: z.string().trim().max(4_000).default(''),
      files: z.array(z.string().max(64)).max(50).default([]),
    })
    .refine(({ result, note }) => result === 'fixed' || note !== '', {
      error: 'recheckNote',
      path: ['note'],
    }),
  output: Finding,
})
