import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { VisitLine } from './visits.ts'

const Id = z.string().regex(/^\d{1,15}$/)

/** A visit that is planned. `id` names one that is there already; leaving one out takes it from the plan. */
export const PlannedVisit = z.object({
  id: Id.optional(),
  /** Code of the unit, as on the planned day. */
  unit: z.string().min(1).max(40),
  /** Slug of the programme that is looked at. */
  programme: z.string().max(200).nullable().default(null),
  site: z.string().trim().max(400).default(''),
  plannedOn: DayInput,
  inspectors: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  /** It will not take place, and why. */
  cancelledBecause: z.string().trim().min(1).max(2_000).nullable().default(null),
})
export type PlannedVisit = z.infer<typeof PlannedVisit>

const Plan = z.object({
  name: z.string().trim().min(1).max(400),
  purpose: z.string().trim().max(4_000).default(''),
  startsOn: DayInput,
  endsOn: DayInput,
  visits: z.array(PlannedVisit).min(1).max(300),
})
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn <= endsOn
const days = { error: 'order', path: ['endsOn'] }

/** `unit` is whose inspection it is; it reaches its own subtree. `directive` is the one that orders it. */
export const InspectionDraft = Plan.extend({ unit: z.string().min(1).max(40), directive: Id }).refine(
  inOrder,
  days,
)
export type InspectionDraft = z.infer<typeof InspectionDraft>
/** Its unit and directive stay. */
export const InspectionChange = Plan.extend({ id: Id }).refine(inOrder, days)
export type InspectionChange = z.infer<typeof InspectionChange>

/** Counts are of the visits that the question reaches. */
export const InspectionLine = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  /** Named as on the day it was planned. */
  owner: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  directive: z.object({ id: z.string(), number: z.string(), excerpt: z.string() }),
  startsOn: z.string(),
  endsOn: z.string(),
  visits: z.object({ all: z.int(), recorded: z.int(), cancelled: z.int() }),
  findings: z.object({ all: z.int(), open: z.int(), overdue: z.int() }),
  closed: z
    .object({ conclusion: z.string(), by: z.string(), for: z.string().nullable(), at: z.iso.datetime() })
    .nullable(),
})
export type InspectionLine = z.infer<typeof InspectionLine>

export const Inspection = InspectionLine.extend({
  list: z.array(VisitLine),
  may: z.array(z.enum(['change', 'close'])),
})
export type Inspection = z.infer<typeof Inspection>

/** Inspections that visit a unit or any below it, the latest first. */
export const listInspections = contract({
  method: 'GET',
  path: '/api/v1/inspections',
  summary: 'summary.inspection.list',
  input: z.object({
    unit: z.string().min(1),
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{1,15}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({ inspections: z.array(InspectionLine), nextCursor: z.string().nullable() }),
})
/** One, as far as it visits a unit or any below it; with its entity tag. */
export const getInspection = contract({
  method: 'GET',
  path: '/api/v1/inspections/:id',
  summary: 'summary.inspection.show',
  input: z.object({ id: Id, unit: z.string().min(1) }),
  output: Inspection,
})
export const planInspection = contract({
  method: 'POST',
  path: '/api/v1/inspections',
  summary: 'summary.inspection.plan',
  input: InspectionDraft,
  output: Inspection,
})
/** With `If-Match`. Visits that were recorded stay as they are. */
export const changeInspection = contract({
  method: 'PUT',
  path: '/api/v1/inspections/:id',
  summary: 'summary.inspection.change',
  input: InspectionChange,
  output: Inspection,
})
/** Once every visit has taken place or was cancelled, and nothing found is left open. */
export const closeInspection = contract({
  method: 'POST',
  path: '/api/v1/inspections/:id/close',
  summary: 'summary.inspection.close',
  input: z.object({ id: Id, conclusion: z.string().trim().min(1).max(8_000) }),
  output: Inspection,
})
