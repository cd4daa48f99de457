// What operations on duties say: a draft, an occurrence, an answer.

import * as z from 'zod'
import { DayInput } from '#kernel/day.ts'
import { DUTY_ACTS } from '../rules/duty-state.ts'
import { AnswerKind, DutyState, Product, Repeats, STEPS } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Code = z.string().trim().min(1).max(40)
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

export const DutyLine = z.object({
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
