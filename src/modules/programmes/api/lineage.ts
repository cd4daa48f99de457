import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { BordersInput } from '#modules/indicators/api.ts'
import { EvidenceFile, ValueState } from '#modules/indicators/schema.ts'

const Unit = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** Where a figure ends: one unit's value for one period, and the version of the report that says it. */
export const LineageLeaf = z.object({
  indicator: z.string(),
  unit: Unit,
  value: z.string(),
  /** Only a share of `whole` counts here. */
  share: z.string().optional(),
  whole: z.string().optional(),
  /** Null for a value computed from records. */
  report: z
    .object({
      form: z.string(),
      period: z.string(),
      version: z.int(),
      state: z.string(),
      submittedAt: z.string().nullable(),
      approvedAt: z.string().nullable(),
    })
    .nullable(),
  evidence: z.array(EvidenceFile),
  /** What a computed value was counted from: how many records of which kind (`session`), of which period. */
  records: z.object({ kind: z.string(), count: z.int(), period: z.string() }).optional(),
})
export type LineageLeaf = z.infer<typeof LineageLeaf>

export const LineageNode = z.object({
  key: z.string().nullable(),
  indicator: z.string(),
  unit: Unit,
  period: z.string(),
  value: z.string().nullable(),
  /** Set where it is computed from parts. */
  formula: z.string().nullable(),
  get parts() {
    return z.array(z.union([LineageNode, LineageLeaf]))
  },
})
export type LineageNode = z.infer<typeof LineageNode>

/**
 * The way down from a figure (by its key) or any indicator (by its code) at a unit: to units, reports, versions and files.
 * Names of the indicators and forms that occur stand beside it, in the reader's language.
 */
export const getLineage = contract({
  method: 'GET',
  path: '/api/v1/lineage/:key',
  summary: 'summary.figure.lineage',
  input: z.object({
    key: z.string(),
    period: z.string().min(1),
    unit: z.string().min(1).optional(),
    borders: BordersInput.default('then'),
    state: ValueState.default('approved'),
  }),
  output: LineageNode.extend({
    indicators: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        unitOfMeasure: z.string(),
        acrossUnits: z.string(),
        acrossTime: z.string(),
        isDerived: z.boolean(),
      }),
    ),
    forms: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
})
