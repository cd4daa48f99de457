import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { PERIOD_KINDS } from '#kernel/period.ts'

/** What holds for one unit's report of one period. Days are inclusive; null: nothing is laid down. */
export const Cutoff = z.object({
  /** The days that the figures speak of. */
  dataFrom: z.string().nullable(),
  dataTo: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** The last day on which it may be saved and submitted without an exception. */
  closesOn: z.string().nullable(),
  /** True today: before the close, with an exception, or without any rule. */
  isOpen: z.boolean(),
  /** Last day of the exception that keeps it open after the close. */
  openUntil: z.string().nullable(),
})
export type Cutoff = z.infer<typeof Cutoff>

/**
 * A day by counting months from a period and naming a day of that month. Counted from the period's last month, and for
 * `dataFrom` from its first: the 15th of the month before is `{ months: -1, day: 15 }`. A day that the month does not
 * have is its last.
 */
export const MonthDay = z.object({ months: z.int().min(-12).max(12), day: z.int().min(1).max(31) })
export type MonthDay = z.infer<typeof MonthDay>

/** Months and days as one number, for which comes first. */
const place = ({ months, day }: MonthDay) => months * 31 + day
const RuleDraft = z
  .object({
    /** Null: every form of this frequency. */
    form: z.string().nullable().default(null),
    frequency: z.enum(PERIOD_KINDS),
    /** Level of the reporting unit in the tree of that time (1 is a root); null: any. */
    level: z.int().min(1).max(9).nullable().default(null),
    /** Periods that end on these days are ruled; null: open. */
    validFrom: DayInput.nullable().default(null),
    validTo: DayInput.nullable().default(null),
    dataFrom: MonthDay.nullable().default(null),
    dataTo: MonthDay.nullable().default(null),
    due: MonthDay,
    /** Null: never closes. */
    closes: MonthDay.nullable().default(null),
    /** The regulation that says so. */
    basis: z.string().trim().min(1).max(500),
  })
  .refine(({ due, closes }) => !closes || place(closes) >= place(due), { error: 'order', path: ['closes'] })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validTo >= validFrom, {
    error: 'order',
    path: ['validTo'],
  })
  .refine(({ frequency }) => frequency !== 'term', { error: 'value', path: ['frequency'] })
export const CutoffRule = z.object({
  id: z.string(),
  form: z.string().nullable(),
  frequency: z.enum(PERIOD_KINDS),
  level: z.int().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  dataFrom: MonthDay.nullable(),
  dataTo: MonthDay.nullable(),
  due: MonthDay,
  closes: MonthDay.nullable(),
  basis: z.string(),
})
export type CutoffRule = z.infer<typeof CutoffRule>

export const listCutoffRules = contract({
  method: 'GET',
  path: '/api/v1/cutoff-rules',
  summary: 'summary.cutoff.list',
  input: z.object({}),
  output: z.object({ rules: z.array(CutoffRule) }),
})
export const addCutoffRule = contract({
  method: 'POST',
  path: '/api/v1/cutoff-rules',
  summary: 'summary.cutoff.add',
  input: RuleDraft,
  output: CutoffRule,
})
/** A rule is not changed but ended, so that each period keeps the rule of its own time. */
export const endCutoffRule = contract({
  method: 'POST',
  path: '/api/v1/cutoff-rules/:id/end',
  summary: 'summary.cutoff.end',
  input: z.object({ id: z.string().regex(/^\d{1,15}$/), validTo: DayInput }),
  output: CutoffRule,
})

const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })
const Reason = z.string().trim().min(1).max(2_000)

export const CutoffException = z.object({
  id: z.string(),
  form: z.string().nullable(),
  unit: UnitName,
  period: z.string(),
  until: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type CutoffException = z.infer<typeof CutoffException>

/** Those for units below this one, and those above that hold for it. */
export const listCutoffExceptions = contract({
  method: 'GET',
  path: '/api/v1/cutoff-exceptions',
  summary: 'summary.exception.list',
  input: z.object({ unit: z.string(), period: z.string() }),
  output: z.object({ exceptions: z.array(CutoffException) }),
})
/** Lets a unit and all below it save and submit a period's reports until a day, although it has closed. */
export const addCutoffException = contract({
  method: 'POST',
  path: '/api/v1/cutoff-exceptions',
  summary: 'summary.exception.add',
  input: z.object({
    /** Null: every form of that period. */
    form: z.string().nullable().default(null),
    unit: z.string(),
    period: z.string(),
    until: DayInput,
    reason: Reason,
  }),
  output: CutoffException,
})
export const endCutoffException = contract({
  method: 'POST',
  path: '/api/v1/cutoff-exceptions/:id/end',
  summary: 'summary.exception.end',
  input: z.object({ id: z.string().regex(/^\d{1,15}$/) }),
  output: CutoffException,
})

export const Opening = z.object({
  id: z.string(),
  form: z.string(),
  unit: UnitName,
  period: z.string(),
  /** The earliest of the units' due days; null when neither a rule nor the office said one. */
  dueOn: z.string().nullable(),
  /** How many units are asked. */
  expected: z.int(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Opening = z.infer<typeof Opening>

/** Openings that touch a unit: made at it, below it, or above it. */
export const listOpenings = contract({
  method: 'GET',
  path: '/api/v1/openings',
  summary: 'summary.opening.list',
  input: z.object({ unit: z.string(), period: z.string() }),
  output: z.object({ openings: z.array(Opening) }),
})
/**
 * The office asks a unit and all below it for a form of a period: they are told, and the board says since when. `dueOn`
 * and `closesOn` take the place of the rule's days, for a form without a rule or a time that was agreed on.
 */
export const createOpening = contract({
  method: 'POST',
  path: '/api/v1/openings',
  summary: 'summary.opening.create',
  input: z
    .object({
      form: z.string(),
      unit: z.string(),
      period: z.string(),
      dueOn: DayInput.optional(),
      closesOn: DayInput.optional(),
    })
    .refine(({ dueOn, closesOn }) => !dueOn || !closesOn || closesOn >= dueOn, {
      error: 'order',
      path: ['closesOn'],
    }),
  output: Opening,
})
