import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { CellName, Quality, Report, ReportValue, ReportVersion, ValueState } from './schema.ts'

const PATH = '/api/v1/reports/:form/:unit/:period'
const Key = z.object({ form: z.string(), unit: z.string(), period: z.string() })
const Reason = z.string().trim().min(1).max(2_000)

export const getReport = contract({
  method: 'GET',
  path: PATH,
  summary: 'summary.report.get',
  /** Without `version`, the latest. */
  input: Key.extend({ version: z.coerce.number().int().min(1).optional() }),
  output: Report,
})

/** All versions with their values, the newest first; at most 50, `before` a version for the ones before it. */
export const getReportHistory = contract({
  method: 'GET',
  path: `${PATH}/history`,
  summary: 'summary.report.history',
  input: Key.extend({ before: z.coerce.number().int().min(1).optional() }),
  output: z.object({ versions: z.array(ReportVersion) }),
})

export const saveReport = contract({
  method: 'PUT',
  path: PATH,
  summary: 'summary.report.save',
  input: Key.extend({
    values: z.array(ReportValue).max(5_000),
    quality: Quality.optional(),
    /** Submits what was saved, in the same transaction. */
    submit: z.boolean().optional(),
  }),
  output: Report,
})

export const submitReport = contract({
  method: 'POST',
  path: `${PATH}/submit`,
  summary: 'summary.report.submit',
  input: Key,
  output: Report,
})

export const returnReport = contract({
  method: 'POST',
  path: `${PATH}/return`,
  summary: 'summary.report.return',
  /** The whole report for one reason, or single cells for a reason each; a cell without one has that of the whole. */
  input: Key.extend({
    reason: Reason.optional(),
    cells: z
      .array(CellName.extend({ reason: Reason.optional() }))
      .min(1)
      .max(5_000)
      .optional(),
  }).refine(({ reason, cells }) => reason ?? cells?.every((cell) => cell.reason), { error: 'reason' }),
  output: Report,
})

export const approveReport = contract({
  method: 'POST',
  path: `${PATH}/approve`,
  summary: 'summary.report.approve',
  input: Key,
  output: Report,
})
export const lockReport = contract({
  method: 'POST',
  path: `${PATH}/lock`,
  summary: 'summary.report.lock',
  input: Key,
  output: Report,
})
export const reopenReport = contract({
  method: 'POST',
  path: `${PATH}/reopen`,
  summary: 'summary.report.reopen',
  input: Key.extend({ reason: Reason }),
  output: Report,
})

const Gathered = z.object({
  unitId: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  indicator: z.string(),
  period: z.string(),
  value: z.string().nullable(),
  reported: z.int(),
  expected: z.int(),
  restated: z.boolean(),
  notRestated: z.object({ units: z.int(), value: z.string().nullable() }).nullable(),
  estimates: z.int(),
  preliminary: z.int(),
  reason: z.string().optional(),
})

/** `then`, `now` or a day. */
export const BordersInput = z.union([z.literal('then'), z.literal('now'), DayInput])

export const RollupInput = z.object({
  /** Several are separated by commas, as are periods and units. */
  indicator: z.string().min(1),
  period: z.string().min(1),
  unit: z.string().min(1),
  level: z
    .string()
    .regex(/^(self|children|[1-9]\d?)$/)
    .default('self'),
  borders: BordersInput.default('then'),
  state: ValueState.default('approved'),
})

export const getRollup = contract({
  method: 'GET',
  path: '/api/v1/rollup',
  summary: 'summary.rollup.get',
  input: RollupInput,
  output: z.object({ rows: z.array(Gathered) }),
})
