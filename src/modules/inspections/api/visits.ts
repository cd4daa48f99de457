import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { DutyState } from '#modules/directives/schema.ts'
import { FilePosition } from '#platform/files/api.ts'
import { FindingKind, FindingState, RecheckResult, Severity, VisitState } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Names = z.array(z.string().trim().min(1).max(200)).max(50)
const Files = z.array(z.string().max(64)).max(50)
const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** A finding as it is written. `key` is a UUID made up by whoever writes it: the same finding sent again is the same. */
export const FindingDraft = z.object({
  key: z.uuid(),
  kind: FindingKind,
  severity: Severity,
  text: z.string().trim().min(1).max(4_000),
  /** What the unit should do about it; '' nothing is asked. */
  asked: z.string().trim().max(4_000).default(''),
  files: Files.default([]),
})
export type FindingDraft = z.infer<typeof FindingDraft>

/** A visit as it is recorded: all of it, each time. */
export const VisitDraft = z.object({
  visitedOn: DayInput,
  place: z.string().trim().max(400).default(''),
  position: FilePosition.nullable().default(null),
  /** Who went, and whom they met there: names with posts. */
  team: Names.min(1),
  met: Names.default([]),
  summary: z.string().trim().max(8_000).default(''),
  files: Files.default([]),
  findings: z
    .array(FindingDraft)
    .max(100)
    .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, { error: 'twice' })
    .default([]),
})
export type VisitDraft = z.infer<typeof VisitDraft>

/** A photo or document with when and where it was taken, as the device said. */
export const SeenFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  takenAt: z.iso.datetime().nullable(),
  position: FilePosition.nullable(),
})
export type SeenFile = z.infer<typeof SeenFile>

const InspectionName = z.object({
  id: z.string(),
  name: z.string(),
  directive: z.object({ id: z.string(), number: z.string(), excerpt: z.string() }),
  isClosed: z.boolean(),
})

export const Recheck = z.object({
  id: z.string(),
  checkedOn: z.string(),
  result: RecheckResult,
  note: z.string(),
  files: z.array(SeenFile),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Recheck = z.infer<typeof Recheck>

/** What was found, and where that stands today. */
export const Finding = z.object({
  id: z.string(),
  ...FindingDraft.omit({ files: true }).shape,
  files: z.array(SeenFile),
  foundOn: z.string(),
  visitId: z.string(),
  unit: UnitName,
  inspection: InspectionName,
  state: FindingState,
  /** The duty that it became: who has it now, by when; null when nobody was asked. */
  duty: z
    .object({
      occurrenceId: z.string(),
      unit: z.object({ code: z.string(), name: z.string() }),
      state: DutyState,
      dueOn: z.string().nullable(),
      doneOn: z.string().nullable(),
    })
    .nullable(),
  isOverdue: z.boolean(),
  daysLate: z.int(),
  /** The latest first. */
  rechecks: z.array(Recheck),
})
export type Finding = z.infer<typeof Finding>

/** A visit in a list. `day`: of the visit, or for which it is planned. */
export const VisitLine = z.object({
  id: z.string(),
  inspection: InspectionName,
  unit: UnitName,
  programme: z.object({ slug: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
  /** The project or place within the unit; '' the unit itself. */
  site: z.string(),
  state: VisitState,
  plannedOn: z.string(),
  day: z.string(),
  inspectors: z.array(z.string()),
  cancelledBecause: z.string().nullable(),
  findings: z.int(),
  /** Not mended yet. */
  open: z.int(),
})
export type VisitLine = z.infer<typeof VisitLine>

export const Visit = VisitLine.extend({
  /** Null before it was recorded. */
  record: z
    .object({
      ...VisitDraft.omit({ files: true, findings: true }).shape,
      files: z.array(SeenFile),
      by: z.string(),
      /** Whom they acted for. */
      for: z.string().nullable(),
      at: z.iso.datetime(),
    })
    .nullable(),
  found: z.array(Finding),
  may: z.array(z.enum(['record', 'duty', 'recheck'])),
})
export type Visit = z.infer<typeof Visit>

/** Visits to a unit and to all that stood below it on their day: those to come from the earliest, else the latest first. */
export const listVisits = contract({
  method: 'GET',
  path: '/api/v1/inspection-visits',
  summary: 'summary.inspection.visits',
  input: z.object({
    unit: z.string().min(1),
    state: VisitState.default('planned'),
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{1,15}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ visits: z.array(VisitLine), nextCursor: z.string().nullable() }),
})
/** One visit with its entity tag. */
export const getVisit = contract({
  method: 'GET',
  path: '/api/v1/inspection-visits/:id',
  summary: 'summary.inspection.visit',
  input: z.object({ id: Id }),
  output: Visit,
})
/** With `If-Match`, refused (412) when somebody else has recorded the visit meanwhile. */
export const recordVisit = contract({
  method: 'PUT',
  path: '/api/v1/inspection-visits/:id',
  summary: 'summary.inspection.record',
  input: VisitDraft.extend({ id: Id }),
  output: Visit,
})
