import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { PERIOD_KINDS } from '#kernel/period.ts'
import { EvidenceFile, ReportAction, ReportState, Returned } from '../schema.ts'
import { Cutoff } from './cutoff.ts'

/** A form as lists show it. `field` is the line of work that it belongs to (`agriculture`); null: everybody's. */
export const FormHead = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  frequency: z.enum(PERIOD_KINDS),
  field: z.string().nullable(),
})
export type FormHead = z.infer<typeof FormHead>

/** The forms that units are asked for; not those that an import made for its own values. */
export const listForms = contract({
  method: 'GET',
  path: '/api/v1/forms',
  summary: 'summary.form.list',
  input: z.object({}),
  output: z.object({ forms: z.array(FormHead.extend({ indicators: z.int() })) }),
})

/** A column: an indicator's whole or, behind it, the items of its breakdown. */
export const SheetColumn = z.object({
  indicator: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  unitOfMeasure: z.string(),
  /** The least value that is taken. */
  minimum: z.string().nullable(),
  breakdown: z.record(z.string(), z.string()).optional(),
  /** The place of the whole among the columns, for an item. */
  of: z.int().optional(),
  /** The whole is the sum of its items unless it is said itself. */
  addsUp: z.boolean().optional(),
  /** False: the values of units do not make a total (rates, ranks). */
  adds: z.boolean().optional(),
})
export type SheetColumn = z.infer<typeof SheetColumn>

/** `value` null is missing. `previous` is the unit's own value of the period before, in force. */
export const SheetCell = z.object({
  value: z.string().nullable(),
  previous: z.string().nullable(),
  /** What is usual for this unit by its own history; null while there is too little of it. */
  usual: z.object({ low: z.string(), high: z.string() }).nullable(),
  comment: z.string().optional(),
  evidence: z.array(EvidenceFile).optional(),
  returned: z.string().optional(),
})
export type SheetCell = z.infer<typeof SheetCell>

export const SheetUnit = z.object({ id: z.string(), code: z.string(), name: z.string() })

export const SheetRow = z.object({
  unit: SheetUnit,
  /** Null: nothing saved yet; then `version` is 0 and `etag` null. */
  state: ReportState.nullable(),
  version: z.int(),
  etag: z.string().nullable(),
  may: z.array(ReportAction),
  submittedBy: z.string().optional(),
  submittedAt: z.iso.datetime().optional(),
  returned: Returned.optional(),
  cutoff: Cutoff.nullable(),
  /** By column; null: no value now nor before. */
  cells: z.array(SheetCell.nullable()),
})
export type SheetRow = z.infer<typeof SheetRow>

/** One form for many units: those named, or those below a unit that are to report, in the order of their codes. */
export const getSheet = contract({
  method: 'GET',
  path: '/api/v1/forms/:form/sheet',
  summary: 'summary.form.sheet',
  input: z
    .object({
      form: z.string(),
      period: z.string(),
      /** Codes, separated by commas. */
      unit: z.string().min(1).optional(),
      under: z.string().min(1).optional(),
      /** `nextCursor` of the page before. */
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(200),
    })
    .refine(({ unit, under }) => (unit === undefined) !== (under === undefined), { error: 'unitOrUnder' }),
  output: z.object({
    form: FormHead,
    period: z.string(),
    previousPeriod: z.string(),
    /** When all rows have the same; else null, and each row says its own. */
    cutoff: Cutoff.nullable(),
    columns: z.array(SheetColumn),
    rows: z.array(SheetRow),
    nextCursor: z.string().nullable(),
  }),
})
