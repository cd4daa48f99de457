import * as z from 'zod'

/** What people are told about, in the order in which it matters to them. */
export const NOTICE_KINDS = [
  'returned',
  'overdue',
  'due',
  'assigned',
  'extended',
  'check',
  'approved',
] as const
export const NoticeKind = z.enum(NOTICE_KINDS)
export type NoticeKind = z.infer<typeof NoticeKind>

/** How somebody wants to be told of a kind: not at all, in the workspace, and there and by mail at once or once a day. */
export const Way = z.enum(['none', 'app', 'digest', 'now'])
export type Way = z.infer<typeof Way>

export const Ways = z.record(NoticeKind, Way)
export type Ways = z.infer<typeof Ways>

export const Lang = z.enum(['vi', 'en'])

const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** A duty that a notice is about; `id` is one unit's occurrence, null when it is about several units. */
const DutyTold = z.object({
  id: z.string().nullable(),
  directive: z.object({ id: z.string(), number: z.string() }),
  task: z.string(),
})

/** A step of a round, a grading or an appeal that a notice is about. */
const JudgedTold = z.object({ step: z.string(), id: z.int(), name: z.string(), keeper: z.string() })

/** One thing that somebody is told once: about a form's period, a duty, or a step of an assessment. */
export const Notice = z.object({
  id: z.string(),
  kind: NoticeKind,
  /** Null when it is about something else; the period, when it is about a duty. */
  form: z.object({ code: z.string(), name: z.string(), nameEn: z.string().nullable() }).nullable(),
  period: z.string().nullable(),
  duty: DutyTold.nullable(),
  /** With the period, when it is about a round, a grading or an appeal. */
  judged: JudgedTold.nullable(),
  /** The unit that reports or has the duty; null when it is about several. */
  unit: UnitName.nullable(),
  /** How many units it is about. */
  units: z.int(),
  version: z.int().nullable(),
  /** Who did it, by name; null when a day did. */
  by: z.string().nullable(),
  /** Why it was returned or put off; null: each cell says its own. */
  reason: z.string().nullable(),
  dueOn: z.string().nullable(),
  at: z.iso.datetime(),
  isRead: z.boolean(),
})
export type Notice = z.infer<typeof Notice>
