import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { isDecimal } from '#kernel/decimal.ts'
import { PERIOD_KINDS } from '#kernel/period.ts'
import { AcrossTime, AcrossUnits } from '../schema.ts'

const Code = z.string().regex(/^[\p{L}\p{N}_.-]{1,60}$/u, { error: 'code' })
const Text = z.string().trim().min(1).max(500)

/** A dimension inside an indicator; `items` null is open: whatever is reported. */
const Breakdown = z.object({
  name: z.string().regex(/^[a-z_][a-z0-9_-]*$/i, { error: 'dimension' }),
  items: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(60)
        .regex(/^[^|:=]+$/, { error: 'item' }),
    )
    .min(1)
    .max(200)
    .nullable(),
})

export const IndicatorInput = z.object({
  code: Code,
  name: Text,
  nameEn: Text.nullable(),
  unitOfMeasure: z.string().trim().min(1).max(60),
  acrossUnits: AcrossUnits,
  /** The weighting indicator; only with `weighted`. */
  weight: Code.nullable(),
  acrossTime: AcrossTime,
  /** Computed from rolled-up parts, and then never reported. */
  formula: z.string().trim().min(1).max(2_000).nullable(),
  minimum: z.string().refine(isDecimal, { error: 'decimal' }).nullable(),
  breakdown: Breakdown.nullable(),
})
export type IndicatorInput = z.infer<typeof IndicatorInput>

/** What is held of an indicator; a derived one's are those of its parts. */
export const IndicatorUse = z.object({
  values: z.int(),
  /** Codes of the first and the last period with a value. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Items of its breakdown that have values. */
  items: z.array(z.string()),
})
export type IndicatorUse = z.infer<typeof IndicatorUse>

export const IndicatorAnswer = IndicatorInput.extend({
  /** Computed from another module's records under this name. */
  source: z.string().nullable(),
  use: IndicatorUse,
  /** Codes of the forms that ask it, and of the indicators that are computed or weighted by it. */
  forms: z.array(z.string()),
  neededBy: z.array(z.string()),
})
export type IndicatorAnswer = z.infer<typeof IndicatorAnswer>

export const listIndicators = contract({
  method: 'GET',
  path: '/api/v1/indicators',
  summary: 'summary.indicator.list',
  input: z.object({}),
  output: z.object({ indicators: z.array(IndicatorAnswer) }),
})

export const createIndicator = contract({
  method: 'POST',
  path: '/api/v1/indicators',
  summary: 'summary.indicator.create',
  input: IndicatorInput,
  output: IndicatorAnswer,
})

/** A code is for ever: the address says which, and a `code` in the body is the same. */
export const changeIndicator = contract({
  method: 'PUT',
  path: '/api/v1/indicators/:code',
  summary: 'summary.indicator.change',
  input: IndicatorInput,
  output: IndicatorAnswer,
})

/** What a formula would come to at a unit in a period, from approved values, part by part. */
export const tryFormula = contract({
  method: 'GET',
  path: '/api/v1/formula-trial',
  summary: 'summary.indicator.tryFormula',
  input: z.object({ formula: z.string().max(2_000), unit: z.string().min(1), period: z.string().min(1) }),
  output: z.object({
    parts: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        unitOfMeasure: z.string(),
        value: z.string().nullable(),
        reported: z.int(),
        expected: z.int(),
      }),
    ),
    value: z.string().nullable(),
    /** Why there is none: a part's code, or `division-by-zero`. */
    missing: z.string().nullable(),
  }),
})

const FormText = { name: Text, nameEn: Text.nullable() }

export const FormInput = z.object({
  form: Code,
  ...FormText,
  frequency: z.enum(PERIOD_KINDS).exclude(['term']),
  field: Code.nullable(),
  /** Codes, in the order in which they are asked. */
  indicators: z.array(Code).min(1).max(500),
})
export type FormInput = z.infer<typeof FormInput>

export const FormDefinition = FormInput.extend({
  /** Reports written on it. */
  reports: z.int(),
  /** Codes of its indicators that have values from it, and so stay. */
  used: z.array(z.string()),
})
export type FormDefinition = z.infer<typeof FormDefinition>

export const getForm = contract({
  method: 'GET',
  path: '/api/v1/forms/:form',
  summary: 'summary.form.get',
  input: z.object({ form: z.string() }),
  output: FormDefinition,
})
export const createForm = contract({
  method: 'POST',
  path: '/api/v1/forms',
  summary: 'summary.form.create',
  input: FormInput,
  output: FormDefinition,
})
export const changeForm = contract({
  method: 'PUT',
  path: '/api/v1/forms/:form',
  summary: 'summary.form.change',
  input: FormInput,
  output: FormDefinition,
})
