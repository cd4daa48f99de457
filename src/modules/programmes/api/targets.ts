import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { isDecimal } from '#kernel/decimal.ts'
import { TargetKind } from '../schema.ts'

/** A target in force. `value` is a decimal in the indicator's unit of measure. */
export const TargetAnswer = z.object({
  indicator: z.string(),
  unitId: z.string(),
  unitCode: z.string(),
  period: z.string(),
  value: z.string(),
  kind: TargetKind,
})
export type TargetAnswer = z.infer<typeof TargetAnswer>

/**
 * Targets in force. `indicator`, `unit` and `period` may be several, separated by commas; without `indicator` all of
 * them. `under` is a unit and everyone below it on each period's last day. A code means its holder in the period.
 */
export const listTargets = contract({
  method: 'GET',
  path: '/api/v1/targets',
  summary: 'summary.target.list',
  input: z.object({
    indicator: z.string().min(1).optional(),
    unit: z.string().min(1).optional(),
    under: z.string().min(1).optional(),
    period: z.string().min(1),
  }),
  output: z.object({ targets: z.array(TargetAnswer) }),
})

const DecimalInput = z.string().refine(isDecimal, { error: 'decimal' })
const Reason = z.string().trim().min(1).max(2_000)

export const TargetInput = z.object({
  indicator: z.string().min(1),
  unit: z.string().min(1),
  period: z.string().min(1),
  /** Null withdraws the target: it is missing then, not zero. */
  value: DecimalInput.nullable(),
  /** Without it, as it was; at first `cumulative` for flows and `point-in-time` for all else. */
  kind: TargetKind.optional(),
  /** The value the writer last saw, null for none; when another is in force by now, nothing is written. */
  was: DecimalInput.nullable().optional(),
})
export type TargetInput = z.infer<typeof TargetInput>

export const setTargets = contract({
  method: 'PUT',
  path: '/api/v1/targets',
  summary: 'summary.target.set',
  input: z.object({
    targets: z.array(TargetInput).min(1).max(5_000),
    /** Why targets in force are changed; needed as soon as one of them is. */
    reason: Reason.optional(),
  }),
  output: z.object({ created: z.int(), changed: z.int(), unchanged: z.int() }),
})

const Named = z.object({ id: z.string(), code: z.string(), name: z.string(), kind: z.string() })

/** One line of a cascade: what is planned for a unit, beside what it had and did in the period before. */
export const CascadeRow = z.object({
  unit: Named,
  value: z.string().nullable(),
  kind: TargetKind.nullable(),
  /** How often it was set; 0 when it never was. */
  revisions: z.int(),
  previousTarget: z.string().nullable(),
  previousActual: z.string().nullable(),
  hasParts: z.boolean(),
  maySet: z.boolean(),
})
export type CascadeRow = z.infer<typeof CascadeRow>

/**
 * What the parts come to against the whole. `remainder` is whole − sum: above 0 still to be given out, below 0 given
 * out too much; null where the two cannot be compared.
 */
export const CascadeSum = z.object({
  sum: z.string().nullable(),
  set: z.int(),
  units: z.int(),
  remainder: z.string().nullable(),
  state: z.enum(['adds-up', 'short', 'over', 'not-compared']),
  because: z.enum(['no-whole', 'no-parts', 'not-additive']).nullable(),
})
export type CascadeSum = z.infer<typeof CascadeSum>

export const CascadeAnswer = z.object({
  indicator: z.object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    unitOfMeasure: z.string(),
    /** False for rates and ranks: their parts never make their whole. */
    additive: z.boolean(),
    usualKind: TargetKind,
  }),
  period: z.string(),
  previousPeriod: z.string().nullable(),
  whole: CascadeRow,
  parts: z.array(CascadeRow),
  check: CascadeSum,
  /** The same against every level below the unit; `level` is 1 for its children. */
  levels: z.array(CascadeSum.extend({ level: z.int() })),
})
export type CascadeAnswer = z.infer<typeof CascadeAnswer>

export const getCascade = contract({
  method: 'GET',
  path: '/api/v1/targets/cascade',
  summary: 'summary.target.cascade',
  input: z.object({ indicator: z.string().min(1), period: z.string().min(1), unit: z.string().min(1) }),
  output: CascadeAnswer,
})

/** Every setting of one target, newest first; `value` is null where it was withdrawn. */
export const listRevisions = contract({
  method: 'GET',
  path: '/api/v1/targets/revisions',
  summary: 'summary.target.revisions',
  input: z.object({ indicator: z.string().min(1), period: z.string().min(1), unit: z.string().min(1) }),
  output: z.object({
    revisions: z.array(
      z.object({
        revision: z.int(),
        value: z.string().nullable(),
        kind: TargetKind.nullable(),
        reason: z.string().nullable(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
})
