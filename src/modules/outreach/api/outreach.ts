import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { OutreachCount, OutreachForm, RecordedForm } from '../schema.ts'

const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })
const ProgrammeName = z.object({ slug: z.string(), name: z.string(), nameEn: z.string() })
const DirectiveName = z.object({ id: z.string(), number: z.string(), excerpt: z.string() })

/** One activity. Its unit is named as on its day, for ever. */
export const Activity = z.object({
  id: z.string(),
  unit: UnitName,
  form: OutreachForm,
  subject: z.string(),
  heldOn: z.string(),
  place: z.string(),
  /** How many people; null: not known. */
  reached: z.int().nullable(),
  programme: ProgrammeName.nullable(),
  directive: DirectiveName.nullable(),
  /** Where it stands, when it counts by itself: under the workspace or on the public pages. Null: it was recorded. */
  link: z.string().nullable(),
  /** Who recorded it last, by name; null when it counts by itself. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
})
export type Activity = z.infer<typeof Activity>

const Asked = z.object({
  /** This unit and those below it, each activity by the tree of its own day. */
  unit: z.string().min(1),
  period: z.string().min(1),
})

/** Activities of a period, the newest first; those that were withdrawn are left out. */
export const listActivities = contract({
  method: 'GET',
  path: '/api/v1/outreach',
  summary: 'summary.outreach.list',
  input: Asked.extend({
    form: OutreachForm.optional(),
    /** Slug of a programme. */
    programme: z.string().min(1).optional(),
    /** `nextCursor` of the page before. */
    after: z.string().max(120).optional(),
    /** 30 when left out. */
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  output: z.object({ unit: UnitName, activities: z.array(Activity), nextCursor: z.string().nullable() }),
})

const ByForm = z.array(OutreachCount.extend({ form: OutreachForm }))

/** What outreach came to in a period: by form, by the units right below, by programme. */
export const countOutreach = contract({
  method: 'GET',
  path: '/api/v1/outreach-counts',
  summary: 'summary.outreach.count',
  input: Asked,
  output: z.object({
    unit: UnitName,
    total: OutreachCount,
    forms: ByForm,
    /** Each with all below it, and the unit's own last; named as at the end of the period. */
    units: z.array(OutreachCount.extend({ unit: UnitName, isOwn: z.boolean(), forms: ByForm })),
    /** Of activities without one, `programme` is null. */
    programmes: z.array(OutreachCount.extend({ programme: ProgrammeName.nullable() })),
  }),
})
export type OutreachCounts = z.infer<(typeof countOutreach)['output']>

const Key = z.object({ id: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) })

/** One recorded activity, with what the caller may do, and its entity tag. */
export const showActivity = contract({
  method: 'GET',
  path: '/api/v1/outreach/:id',
  summary: 'summary.outreach.show',
  input: Key,
  output: Activity.extend({ may: z.array(z.enum(['change', 'withdraw'])) }),
})

/**
 * Records an activity under an id that the sender makes up, so that a device without a network can name what it wrote;
 * or changes it, when the id is there already: then with `If-Match`, which keeps two people from writing over each other.
 */
export const saveActivity = contract({
  method: 'PUT',
  path: '/api/v1/outreach/:id',
  summary: 'summary.outreach.save',
  input: Key.extend({
    /** The unit that held this code on the day. */
    unit: z.string().min(1),
    form: RecordedForm,
    subject: z.string().trim().min(1).max(300),
    /** Not after today. */
    heldOn: DayInput,
    place: z.string().trim().max(200),
    reached: z.int().min(0).max(100_000_000).nullable(),
    programme: z.string().min(1).nullable(),
    /** Id of a directive of the register. */
    directive: z
      .string()
      .regex(/^\d{1,15}$/)
      .nullable(),
  }),
  output: Activity,
})
export type ActivityInput = z.infer<typeof saveActivity.input>

/** Recorded by mistake: it is kept with the reason, and counted no more. */
export const withdrawActivity = contract({
  method: 'POST',
  path: '/api/v1/outreach/:id/withdraw',
  summary: 'summary.outreach.withdraw',
  input: Key.extend({ reason: z.string().trim().min(1).max(500) }),
  output: z.object({ id: z.string(), withdrawnBecause: z.string() }),
})
