import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { AnswerKind, DutyState } from '../schema.ts'
import { AnswerRef, DutyDraft, DutyLine, Occurrence, OccurrenceLine } from './duty-shapes.ts'

export {
  Answer,
  AnswerRef,
  DutyDraft,
  DutyLine,
  Occurrence,
  OccurrenceLine,
  StepRecord,
} from './duty-shapes.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Code = z.string().trim().min(1).max(40)
const Reason = z.string().trim().min(1).max(2_000)

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
