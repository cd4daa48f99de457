import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { DUTY_ACTS } from '../rules/duty-state.ts'
import { AnswerKind, DutyState, Product, Repeats, STEPS } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Code = z.string().trim().min(1).max(40)
const Reason = z.string().trim().min(1).max(2_000)
const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })
const DirectiveName = z.object({
  id: z.string(),
  number: z.string(),
  excerpt: z.string(),
  issuedOn: z.string(),
})
const Who = { by: z.string(), for: z.string().nullable(), at: z.iso.datetime() }
const Steps = z.object({
  received: z.string().nullable(),
  studied: z.string().nullable(),
  planned: z.string().nullable(),
  reported: z.string().nullable(),
  done: z.string().nullable(),
})

/** Codes are read on the day of issue. `below`: all that stand below the unit, of a level and of a kind if named. */
const To = z.discriminatedUnion('by', [
  z.object({ by: z.literal('list'), units: z.array(Code).min(1).max(5_000) }),
  z.object({
    by: z.literal('below'),
    unit: Code,
    /** Of the tree: 1 is a root. */
    level: z.int().min(1).max(20).optional(),
    kind: z.string().min(1).max(40).optional(),
  }),
])

/** What is asked, by when, of whom. */
export const DutyDraft = z.object({
  task: z.string().trim().min(1).max(2_000),
  product: Product,
  /** Code of an indicator and slug of a programme that it serves. */
  indicator: z.string().max(80).nullable().default(null),
  programme: z.string().max(80).nullable().default(null),
  /** Null: once. Else every month and so on from `dueOn` to `lastDueOn`: one duty with up to 60 occurrences. */
  repeats: Repeats.nullable().default(null),
  /** Null: no day. */
  dueOn: DayInput.nullable(),
  lastDueOn: DayInput.nullable().default(null),
  to: To,
  /** The tree in which levels and what is below are meant; the units of a list may stand in any. */
  hierarchy: z.enum(['state', 'party', 'front']).default('state'),
  /** Code of the unit whose office accepts or returns; null: the one named by `below`, or the lowest above all of a list. */
  decider: Code.nullable().default(null),
  /** When the office issued it, not after today; null: today. Units are those of that day and are named as then. */
  issuedOn: DayInput.nullable().default(null),
})
export type DutyDraft = z.infer<typeof DutyDraft>

export const OccurrenceLine = z.object({
  id: z.string(),
  directive: DirectiveName,
  duty: z.object({ id: z.string(), task: z.string(), product: Product, repeats: Repeats.nullable() }),
  /** Code and name on the day of issue. */
  unit: UnitName,
  /** 1, 2, 3… of a duty that repeats. */
  ordinal: z.int(),
  /** With extensions; null: no day. */
  dueOn: z.string().nullable(),
  /** As first issued. */
  askedDueOn: z.string().nullable(),
  state: DutyState,
  steps: Steps,
  /** Until it was done, or until today. */
  daysLate: z.int(),
})
export type OccurrenceLine = z.infer<typeof OccurrenceLine>

/** What an answer links: the member that its kind asks for, and evidence files; an event may be told in words. */
export const AnswerRef = z.object({
  /** Id of a directive that the unit has issued or keeps: of a `document`, or a `plan`. */
  directive: Id.optional(),
  /** Id of a study session of the unit. */
  session: Id.optional(),
  /** A form and a period in which the unit has submitted it: of a `report`. */
  form: z.string().max(80).optional(),
  /** Code of an indicator: of a `figure`, with its period. */
  indicator: z.string().max(80).optional(),
  period: z.string().max(20).optional(),
})
export type AnswerRef = z.infer<typeof AnswerRef>

export const Answer = z.object({
  version: z.int(),
  kind: AnswerKind,
  ref: AnswerRef,
  /** What is linked, in words: a number, a form with its period. '' when only files or a note are given. */
  label: z.string(),
  files: z.array(z.string()),
  note: z.string(),
  sent: z.object(Who),
  decided: z
    .object({ ...Who, decision: z.enum(['accepted', 'returned']), reason: z.string().nullable() })
    .nullable(),
})
export type Answer = z.infer<typeof Answer>

/** What stands behind a step: one line for each record that says so, the earliest first. */
export const StepRecord = z.object({
  step: z.enum(STEPS),
  kind: z.enum(['statement', 'acknowledgement', 'session', 'plan', 'answer']),
  on: z.string(),
  /** Of the session or the directive; the version of the answer; null for statements. */
  id: z.string().nullable(),
  /** Number of the plan, source of the statement, or who did it. */
  label: z.string(),
})
export type StepRecord = z.infer<typeof StepRecord>

const Neighbour = z.object({ id: z.string(), unit: UnitName, state: DutyState })
export const Occurrence = OccurrenceLine.omit({ duty: true }).extend({
  duty: z.object({
    id: z.string(),
    task: z.string(),
    product: Product,
    indicator: z.string().nullable(),
    programme: z.string().nullable(),
    repeats: Repeats.nullable(),
    issuedOn: z.string(),
    issued: z.object(Who),
    /** Whose office accepts or returns. */
    decider: UnitName,
  }),
  records: z.array(StepRecord),
  /** Stated by an office, by hand or by a file: what stands there now. */
  statement: Steps.extend({ source: z.string(), ...Who }).nullable(),
  /** The latest first. */
  answers: z.array(Answer),
  extensions: z.array(z.object({ from: z.string().nullable(), to: z.string(), reason: z.string(), ...Who })),
  /** The other occurrences of the same duty and unit, in their order. */
  others: z.array(
    z.object({ id: z.string(), ordinal: z.int(), dueOn: z.string().nullable(), state: DutyState }),
  ),
  /** After a reform: where it went, where it came from, and by which decision. */
  passedTo: z.array(Neighbour),
  passedFrom: z.array(Neighbour),
  passedBy: DirectiveName.nullable(),
  withdrawn: z.object({ by: z.string(), at: z.iso.datetime(), because: z.string() }).nullable(),
  may: z.array(z.enum(DUTY_ACTS)),
})
export type Occurrence = z.infer<typeof Occurrence>

const DutyLine = z.object({
  id: z.string(),
  task: z.string(),
  product: Product,
  indicator: z.string().nullable(),
  programme: z.string().nullable(),
  repeats: Repeats.nullable(),
  firstDueOn: z.string().nullable(),
  lastDueOn: z.string().nullable(),
  issuedOn: z.string(),
  decider: UnitName,
  withdrawn: z.object({ at: z.iso.datetime(), because: z.string() }).nullable(),
  /** Of the units looked at; what was passed on or withdrawn does not count. */
  units: z.int(),
  occurrences: z.int(),
  accepted: z.int(),
  /** Waiting for the office. */
  answered: z.int(),
  returned: z.int(),
  /** Past its day and not done. */
  overdue: z.int(),
  may: z.array(z.enum(['withdraw'])),
})
export type DutyLine = z.infer<typeof DutyLine>

/**
 * Gives a duty to units under a directive of the register, to be decided by the office of `decider`. Units of the list
 * must stand at or below it on the day of issue.
 */
export const issueDuty = contract({
  method: 'POST',
  path: '/api/v1/directives/:id/duties',
  summary: 'summary.duty.issue',
  input: DutyDraft.extend({ id: Id }).refine(
    ({ repeats, dueOn, lastDueOn }) =>
      repeats === null || (dueOn !== null && lastDueOn !== null && lastDueOn >= dueOn),
    { error: 'order', path: ['lastDueOn'] },
  ),
  output: z.object({ id: z.string(), units: z.int(), occurrences: z.int() }),
})

/** What a directive asks of a unit and of all below it. */
export const listDirectiveDuties = contract({
  method: 'GET',
  path: '/api/v1/directives/:id/duties',
  summary: 'summary.duty.ofDirective',
  input: z.object({
    id: Id,
    unit: Code,
    /** The day on which the code is meant; today when left out. */
    on: DayInput.optional(),
  }),
  output: z.object({ duties: z.array(DutyLine) }),
})

/** Asks no longer: what is not accepted yet is withdrawn, of these units (by code, as issued) or of all. */
export const withdrawDuty = contract({
  method: 'POST',
  path: '/api/v1/directives/:id/duties/:duty/withdraw',
  summary: 'summary.duty.withdraw',
  input: z.object({ id: Id, duty: Id, reason: Reason, units: z.array(Code).min(1).max(5_000).optional() }),
  output: z.object({ withdrawn: z.int() }),
})

/** Occurrences of a unit and of all below it, those due first first, those without a day last. */
export const listDuties = contract({
  method: 'GET',
  path: '/api/v1/duties',
  summary: 'summary.duty.list',
  input: z.object({
    unit: Code,
    /** The day on which the code is meant; today when left out. */
    on: DayInput.optional(),
    /** `self`: of the unit alone, not of those below. */
    level: z.enum(['self', 'all']).default('all'),
    directive: Id.optional(),
    duty: Id.optional(),
    /** One state, or `todo` for what waits for the unit (open, returned). Withdrawn and passed ones only when asked for. */
    state: z.enum([...DutyState.options, 'todo']).optional(),
    /** `true`: past the day and not done. */
    late: z.enum(['true', 'false']).default('false'),
    /** First and last due day, both included. */
    dueFrom: DayInput.optional(),
    dueTo: DayInput.optional(),
    /** The `nextCursor` of the page before. */
    after: z
      .string()
      .regex(/^(\d{4}-\d{2}-\d{2}|-) \d{1,15}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ duties: z.array(OccurrenceLine), nextCursor: z.string().nullable() }),
})

/** One occurrence with all that stands behind it, what the caller may do, and its entity tag. */
export const getDuty = contract({
  method: 'GET',
  path: '/api/v1/duties/:id',
  summary: 'summary.duty.show',
  input: z.object({ id: Id }),
  output: Occurrence,
})
/** The unit says that it has it. */
export const receiveDuty = contract({
  method: 'POST',
  path: '/api/v1/duties/:id/receive',
  summary: 'summary.duty.receive',
  input: z.object({ id: Id }),
  output: Occurrence,
})
/** Links what the unit did, with files of its own and a note. A later answer takes the place of one not decided yet. */
export const answerDuty = contract({
  method: 'POST',
  path: '/api/v1/duties/:id/answer',
  summary: 'summary.duty.answer',
  input: z.object({
    id: Id,
    kind: AnswerKind,
    ref: AnswerRef.default({}),
    files: z.array(z.string().max(64)).max(50).default([]),
    note: z.string().trim().max(5_000).default(''),
  }),
  output: Occurrence,
})
/** With `If-Match`, refused when somebody else has changed it meanwhile; so are all that follow. */
export const acceptDuty = contract({
  method: 'POST',
  path: '/api/v1/duties/:id/accept',
  summary: 'summary.duty.accept',
  input: z.object({ id: Id }),
  output: Occurrence,
})
export const returnDuty = contract({
  method: 'POST',
  path: '/api/v1/duties/:id/return',
  summary: 'summary.duty.return',
  input: z.object({ id: Id, reason: Reason }),
  output: Occurrence,
})
/** To a later day than the one that stands. */
export const extendDuty = contract({
  method: 'POST',
  path: '/api/v1/duties/:id/extend',
  summary: 'summary.duty.extend',
  input: z.object({ id: Id, dueOn: DayInput, reason: Reason }),
  output: Occurrence,
})
const Stated = DayInput.nullable().default(null)
/**
 * States the days of steps of which the program has no record: the whole statement, in the place of the one before.
 * None is before the directive or after today. Records that say an earlier day still count.
 */
export const stateDutyDays = contract({
  method: 'POST',
  path: '/api/v1/duties/:id/state-days',
  summary: 'summary.duty.stateDays',
  input: z.object({
    id: Id,
    received: Stated,
    studied: Stated,
    planned: Stated,
    reported: Stated,
    done: Stated,
  }),
  output: Occurrence,
})
/** Asks this unit no longer, of this occurrence. */
export const withdrawOccurrence = contract({
  method: 'POST',
  path: '/api/v1/duties/:id/withdraw',
  summary: 'summary.duty.withdrawOne',
  input: z.object({ id: Id, reason: Reason }),
  output: Occurrence,
})
/**
 * By a decision of the register, open occurrences of a unit that has ended go to its successors. The old ones stay to
 * be read under the old name; the new ones have the same task and day.
 */
export const passDuties = contract({
  method: 'POST',
  path: '/api/v1/duties/pass',
  summary: 'summary.duty.pass',
  input: z.object({
    /** Code of the unit that ended, as held on `on` (today when left out) or last before. */
    unit: Code,
    on: DayInput.optional(),
    /** Codes of successors, as held after the end; the first is named as the main one. */
    to: z.array(Code).min(1).max(50),
    /** The decision. */
    directive: Id,
    /** Ids; left out: all that are open. */
    occurrences: z.array(Id).min(1).max(5_000).optional(),
  }),
  output: z.object({ passed: z.int(), made: z.int() }),
})
