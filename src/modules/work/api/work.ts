import * as z from 'zod'
import { contract } from '#kernel/contract.ts'

/** What is wrong, in the order in which it is shown: worst first. */
export const WORK_GROUPS = ['returned', 'overdue', 'due', 'check', 'behind', 'waiting'] as const
export const WorkGroupKind = z.enum(WORK_GROUPS)
export type WorkGroupKind = z.infer<typeof WorkGroupKind>

const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })
const FormName = z.object({ code: z.string(), name: z.string(), nameEn: z.string().nullable() })

/**
 * What is done next: correct cells, begin or go on entering, check a report; answer a duty, decide on an answer; or look.
 */
export const WorkAction = z.enum(['correct', 'enter', 'continue', 'check', 'answer', 'decide', 'look'])
export type WorkAction = z.infer<typeof WorkAction>

/** A report, or the reports of several units, that somebody has to do something about. */
export const ReportWork = z.object({
  about: z.literal('report'),
  form: FormName,
  period: z.string(),
  /** Null when it is about several units. */
  unit: UnitName.nullable(),
  /** How many units, of how many that are asked. */
  units: z.int(),
  expected: z.int(),
  /** Of some of several units. */
  names: z.array(z.string()),
  /** Null: nothing saved yet, or several units. */
  version: z.int().nullable(),
  /** Indicators with a value, of those asked; null for several units. */
  filled: z.int().nullable(),
  asked: z.int(),
  /** Why it was returned, in one of its cells when it was for each cell a reason of its own. */
  reason: z.string().nullable(),
  /** Cells that were returned; 0: the whole. */
  cells: z.int(),
  /** Who did the last thing that was done to it, and when: returned, submitted, opened. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  dueOn: z.string().nullable(),
  /** Days after the due day; 0 until then. */
  daysLate: z.int(),
  /** The last day that the figures speak of. */
  dataTo: z.string().nullable(),
  action: WorkAction,
  /** In the workspace, under /app. */
  link: z.string(),
})
export type ReportWork = z.infer<typeof ReportWork>

/** A duty of one unit, or of several by the same day, that somebody has to do something about. */
export const DutyWork = z.object({
  about: z.literal('duty'),
  /** Id of one unit's occurrence; null when it is about several units. */
  occurrence: z.string().nullable(),
  directive: z.object({ id: z.string(), number: z.string(), excerpt: z.string() }),
  task: z.string(),
  /** Named as when the duty was issued; null when it is about several units. */
  unit: UnitName.nullable(),
  units: z.int(),
  /** Of some of several units. */
  names: z.array(z.string()),
  /** Of the last answer; null: none. */
  version: z.int().nullable(),
  /** Why the answer was returned. */
  reason: z.string().nullable(),
  /** Who returned or sent the answer, and when. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  dueOn: z.string().nullable(),
  /** Days after the due day; 0 until then. */
  daysLate: z.int(),
  action: WorkAction,
  link: z.string(),
})
export type DutyWork = z.infer<typeof DutyWork>

/** A step of a round, a grading or an appeal, for one unit or several, that somebody has to take. */
export const AssessmentWork = z.object({
  about: z.literal('assessment'),
  step: z.enum([
    'score',
    'explain',
    'verify',
    'review',
    'move',
    'conclude',
    'assign',
    'resolve',
    'grade',
    'propose',
    'decide',
  ]),
  /** Of the round, the grading, or the one that is appealed. */
  name: z.string(),
  period: z.string(),
  /** Null when it is about several units. */
  unit: UnitName.nullable(),
  units: z.int(),
  /** Units, or people without their names. */
  subjects: z.int(),
  /** Of some of several units. */
  names: z.array(z.string()),
  dueOn: z.string().nullable(),
  /** Days after the due day; 0 until then. */
  daysLate: z.int(),
  action: z.enum(['do', 'look']),
  link: z.string(),
})
export type AssessmentWork = z.infer<typeof AssessmentWork>

/** An indicator that is behind its target. Decimals are strings in the unit of measure. */
export const TargetWork = z.object({
  about: z.literal('target'),
  indicator: z.string(),
  label: z.string(),
  unit: UnitName,
  period: z.string(),
  value: z.string(),
  target: z.string(),
  unitOfMeasure: z.string(),
  attainmentPercent: z.string().nullable(),
  /** How much is missing to the target, or is above one that wants less. */
  gap: z.string(),
  action: WorkAction,
  link: z.string(),
})
export type TargetWork = z.infer<typeof TargetWork>

export const WorkItem = z.discriminatedUnion('about', [ReportWork, DutyWork, AssessmentWork, TargetWork])
export type WorkItem = z.infer<typeof WorkItem>

export const WorkGroup = z.object({
  kind: WorkGroupKind,
  /** All there are, also those that are not shown yet. */
  count: z.int(),
  items: z.array(WorkItem),
  nextCursor: z.string().nullable(),
})
export type WorkGroup = z.infer<typeof WorkGroup>

const Asked = z.object({
  /** Only this unit and those below it. */
  unit: z.string().min(1).optional(),
  /** By which targets are judged (this year without it). Reports of other periods are listed all the same: work is work. */
  period: z.string().min(1).optional(),
  /** `mine`: what the caller can do (the default). `units`: what is open in the units that the caller may read. */
  view: z.enum(['mine', 'units']).optional(),
})

/** What waits for the caller, read from the records: a job is gone when the report is in. Empty groups are left out. */
export const getWork = contract({
  method: 'GET',
  path: '/api/v1/work',
  summary: 'summary.work.get',
  input: Asked,
  output: z.object({ on: z.string(), groups: z.array(WorkGroup) }),
})

/** More of one group. */
export const getWorkGroup = contract({
  method: 'GET',
  path: '/api/v1/work/:group',
  summary: 'summary.work.group',
  input: Asked.extend({ group: WorkGroupKind, after: z.string().max(200).optional() }),
  output: WorkGroup,
})

/** One form's report in the side panel; `due` is when it is due, `state` null when nothing is saved. */
const ReportLine = z.object({
  form: FormName,
  period: z.string(),
  state: z.enum(['draft', 'submitted', 'returned', 'approved', 'locked']).nullable(),
  filled: z.int(),
  asked: z.int(),
  cells: z.int(),
  dueOn: z.string().nullable(),
  /** For a unit with others below it: how many of them have sent it. */
  units: z.object({ sent: z.int(), expected: z.int() }).nullable(),
  link: z.string(),
})

const TargetLine = z.object({
  indicator: z.string(),
  label: z.string(),
  value: z.string().nullable(),
  target: z.string(),
  unitOfMeasure: z.string(),
  attainmentPercent: z.string().nullable(),
  met: z.boolean().nullable(),
  link: z.string(),
})

/** Beside the list: one unit's period at a glance. */
export const getWorkSide = contract({
  method: 'GET',
  path: '/api/v1/work-side',
  summary: 'summary.work.side',
  input: z.object({ unit: z.string().min(1).optional(), period: z.string().min(1) }),
  output: z.object({
    on: z.string(),
    /** The unit that was named, or the caller's first; null: the caller has none. */
    unit: UnitName.nullable(),
    /** Days on which something that was not sent is or was due. */
    days: z.array(z.object({ on: z.string(), overdue: z.int(), due: z.int() })),
    /** The next day up to which figures are to speak; null: none is near. */
    dataTo: z.string().nullable(),
    reports: z.array(ReportLine),
    targets: z.array(TargetLine),
  }),
})
export type WorkSide = z.infer<(typeof getWorkSide)['output']>
