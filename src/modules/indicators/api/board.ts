import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { ReportState } from '../schema.ts'
import { FormHead, SheetUnit } from './sheet.ts'

/** One unit's report of one form. `state` null: nothing saved yet. */
export const BoardCell = z.object({
  state: ReportState.nullable(),
  dueOn: z.string().nullable(),
  /** The day on which it was first submitted; what was returned and corrected later was still in time. */
  submittedOn: z.string().nullable(),
  /** Days after the due day, of the first submission or, while there is none, of today; 0: in time or not due yet. */
  daysLate: z.int(),
})
export type BoardCell = z.infer<typeof BoardCell>

/** Of the units that are to report: how many have submitted (approved included), are approved, and were in time. */
export const BoardCount = z.object({
  expected: z.int(),
  submitted: z.int(),
  approved: z.int(),
  inTime: z.int(),
  /** Not submitted, and past the due day. */
  overdue: z.int(),
})
export type BoardCount = z.infer<typeof BoardCount>

/** Which units and how far: completeness and timeliness by unit and form. Units are those that are to report. */
export const getBoard = contract({
  method: 'GET',
  path: '/api/v1/board',
  summary: 'summary.board.get',
  input: z.object({
    period: z.string(),
    unit: z.string(),
    form: z.string().optional(),
    /** Only rows in which some report is so: in that state, not there yet, or overdue. Counts stay those of all. */
    only: z.enum([...ReportState.options, 'missing', 'overdue']).optional(),
    /** `nextCursor` of the page before. */
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(200),
  }),
  output: z.object({
    period: z.string(),
    unit: SheetUnit,
    /** `openedOn`: when the office asked for it, of all units shown; null while some were not asked. */
    forms: z.array(FormHead.extend({ openedOn: z.string().nullable(), count: BoardCount })),
    /** The units right below, each with its counts by form; none when these are the reporting units themselves. */
    groups: z.array(z.object({ unit: SheetUnit, counts: z.array(BoardCount) })),
    /** By form, in the order of `forms`; null where the caller may not read that form's line of work. */
    rows: z.array(z.object({ unit: SheetUnit, cells: z.array(BoardCell.nullable()) })),
    nextCursor: z.string().nullable(),
  }),
})
