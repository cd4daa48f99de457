import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { PARTICIPANTS, Participants, SessionForm } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Reason = z.string().trim().min(1).max(2_000)
const People = z.int().min(0).max(10_000_000)

/** How many of a kind were asked, and how many of those came. */
const Attendance = z
  .object({ kind: Participants, invited: People, attended: People })
  .refine(({ invited, attended }) => attended <= invited, { error: 'attended', path: ['attended'] })
export type Attendance = z.infer<typeof Attendance>

/** A session as it must be to be recorded. */
export const SessionDraft = z.object({
  /** Code of the unit that held it, as on that day. */
  unit: z.string().min(1).max(40),
  /** The part of the unit that met, where it is no unit of its own: a Party cell, an association's branch; '' the unit. */
  cell: z.string().trim().max(200).default(''),
  heldOn: DayInput,
  form: SessionForm,
  materials: z.string().trim().max(2_000).default(''),
  /** Ids of the unit's evidence files. */
  files: z.array(z.string().max(64)).max(50).default([]),
  attendance: z
    .array(Attendance)
    .min(1)
    .max(PARTICIPANTS.length)
    .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, { error: 'kinds' }),
})
export type SessionDraft = z.infer<typeof SessionDraft>

const Reached = z.object({ kind: Participants, invited: z.int(), attended: z.int() })

export const StudySession = z.object({
  id: z.string(),
  directive: z.object({ id: z.string(), number: z.string(), excerpt: z.string() }),
  /** Named as on the day it was held. */
  unit: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  cell: z.string(),
  heldOn: z.string(),
  form: SessionForm,
  materials: z.string(),
  files: z.array(z.string()),
  /** In the order of the kinds. */
  attendance: z.array(Reached),
  invited: z.int(),
  attended: z.int(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  /** Recorded by mistake: kept, and counted no more. */
  withdrawn: z.object({ by: z.string(), at: z.iso.datetime(), because: z.string() }).nullable(),
})
export type StudySession = z.infer<typeof StudySession>

/** Of all sessions that the question finds, not only of the page; withdrawn ones are never counted. */
export const SessionTotals = z.object({
  sessions: z.int(),
  /** Units with at least one. */
  units: z.int(),
  invited: z.int(),
  attended: z.int(),
  /** Of the kinds that were asked, in their order. */
  kinds: z.array(Reached),
})
export type SessionTotals = z.infer<typeof SessionTotals>

/** Sessions of a unit and of all that stood below it on their day, the latest first. */
export const listSessions = contract({
  method: 'GET',
  path: '/api/v1/study-sessions',
  summary: 'summary.studySession.list',
  input: z.object({
    unit: z.string().min(1),
    /** The day on which the unit's code is read; without it the last day asked for, else today. */
    on: DayInput.optional(),
    directive: Id.optional(),
    /** First and last day, both inclusive. */
    from: DayInput.optional(),
    to: DayInput.optional(),
    /** `true`: those that were withdrawn are shown too. */
    withdrawn: z.enum(['true', 'false']).default('false'),
    /** The `nextCursor` of the page before. */
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{1,15}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    sessions: z.array(StudySession),
    /** On the first page only. */
    totals: SessionTotals.nullable(),
    nextCursor: z.string().nullable(),
  }),
})

export const OneSession = StudySession.extend({ may: z.array(z.enum(['change', 'withdraw'])) })
export type OneSession = z.infer<typeof OneSession>

/** One session with its entity tag, and what the caller may do with it. */
export const getSession = contract({
  method: 'GET',
  path: '/api/v1/study-sessions/:id',
  summary: 'summary.studySession.show',
  input: z.object({ id: Id }),
  output: OneSession,
})
export const recordSession = contract({
  method: 'POST',
  path: '/api/v1/study-sessions',
  summary: 'summary.studySession.record',
  input: SessionDraft.extend({ directive: Id }),
  output: OneSession,
})
/** With `If-Match`, refused when somebody else has changed it meanwhile. Directive and unit stay. */
export const changeSession = contract({
  method: 'PUT',
  path: '/api/v1/study-sessions/:id',
  summary: 'summary.studySession.change',
  input: SessionDraft.omit({ unit: true }).extend({ id: Id }),
  output: OneSession,
})
export const withdrawSession = contract({
  method: 'POST',
  path: '/api/v1/study-sessions/:id/withdraw',
  summary: 'summary.studySession.withdraw',
  input: z.object({ id: Id, reason: Reason }),
  output: OneSession,
})

/** A row as it was typed or pasted: what is wrong in it is told row by row, so nearly anything may stand in it here. */
const SheetRow = z.object({
  unit: z.string().max(200).default(''),
  cell: z.string().max(2_000).default(''),
  heldOn: z.string().max(40).default(''),
  form: z.string().max(40).default(''),
  materials: z.string().max(20_000).default(''),
  files: z.array(z.string().max(64)).max(50).default([]),
  attendance: z
    .array(z.object({ kind: Participants, invited: z.number(), attended: z.number() }))
    .max(PARTICIPANTS.length)
    .default([]),
})
export type SheetRow = z.input<typeof SheetRow>
/** With everything said that may be left out. */
export type FullRow = z.infer<typeof SheetRow>

export const RefusedRow = z.object({
  /** Place in the call, from 0. */
  row: z.int(),
  /** The member that is wrong: `unit`, `attendance.1.attended`. */
  path: z.string(),
  code: z.string(),
  message: z.string(),
})
export type RefusedRow = z.infer<typeof RefusedRow>

/**
 * Many sessions of one directive in one call, up to 500 rows. All or nothing: a row that cannot stand refuses the call
 * (422 `studySession.rowsRefused`, its path `rows.3.unit`). With `keepGood` the others are recorded and the bad ones
 * listed; with `dryRun` nothing is written and the answer says what would be.
 */
export const recordSheet = contract({
  method: 'POST',
  path: '/api/v1/study-sessions/sheet',
  summary: 'summary.studySession.sheet',
  input: z.object({
    directive: Id,
    rows: z.array(SheetRow).min(1).max(500),
    keepGood: z.boolean().default(false),
    dryRun: z.boolean().default(false),
  }),
  output: z.object({
    recorded: z.int(),
    invited: z.int(),
    attended: z.int(),
    refused: z.array(RefusedRow),
  }),
})
