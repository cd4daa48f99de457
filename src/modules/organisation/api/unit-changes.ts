import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { CHANGE_KINDS } from '../rules/change-book.ts'
import { SUCCESSION_KINDS } from '../schema.ts'

const Code = z.string().regex(/^[\p{L}\p{N}_.-]{1,60}$/u, { error: 'code' })
const Text = z.string().trim().min(1).max(500)
const Share = z
  .string()
  .regex(/^(0(\.\d{1,10})?|1(\.0{1,10})?)$/, { error: 'share' })
  .nullable()

const Change = z.object({
  kind: z.enum(CHANGE_KINDS),
  predecessors: z.array(Code).max(500).default([]),
  successors: z
    .array(
      z.object({
        /** `all` asks for every root together, and so is nobody's code. */
        code: Code.refine((code) => code !== 'all', { error: 'code' }),
        name: Text.optional(),
        nameEn: Text.nullable().optional(),
        kind: z.string().trim().min(1).max(100).optional(),
        parent: Code.nullable().optional(),
      }),
    )
    .max(500)
    .default([]),
  shares: z
    .array(z.object({ from: Code, into: Code, share: Share }))
    .max(5_000)
    .default([]),
  moves: z
    .array(z.object({ code: Code, parent: Code.nullable() }))
    .max(5_000)
    .default([]),
})
export type ChangeInput = z.input<typeof Change>
export type ChangeSaid = z.infer<typeof Change>

const Named = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** A unit that the change speaks of, as it was the day before or as it is on the day. */
const Node = Named.extend({
  kind: z.string(),
  level: z.int().min(1),
  parent: Named.nullable(),
  /** What the day does to it. `stays`: only its neighbours change. */
  what: z.enum(['ends', 'begins', 'changes', 'moves', 'stays']),
  /** Of the sample indicator, in its unit of measure; null is missing. */
  value: z.string().nullable(),
})
export type ChangeNode = z.infer<typeof Node>

const Refusal = z.object({
  /** Which change of the order, from 0. */
  change: z.int(),
  code: z.string(),
  message: z.string(),
  unit: z.string().nullable(),
  /** Of records that hang on the unit after that day: all of them. */
  records: z.array(z.string()),
})
export type ChangeRefusal = z.infer<typeof Refusal>

/** What becomes of the values that ended or giving units have of an indicator, when they are restated. */
export const SeriesTold = z.object({
  indicator: Named.omit({ id: true }).extend({ nameEn: z.string().nullable(), unitOfMeasure: z.string() }),
  values: z.int(),
  /** Codes of the first and the last period that has one. */
  from: z.string(),
  to: z.string(),
  /**
   * `added` to the successors' in full; `shared` out by known shares; `recomputed` from its parts; `notRestated`: it
   * counts only where all successors meet; `stays` with the old unit, as ranks do.
   */
  how: z.enum(['added', 'shared', 'recomputed', 'notRestated', 'stays']),
})
export type SeriesTold = z.infer<typeof SeriesTold>

export const ReportLeft = z.object({
  unit: Named,
  form: z.object({ code: z.string(), name: z.string(), nameEn: z.string().nullable() }),
  period: z.string(),
  state: z.enum(['draft', 'submitted', 'returned']),
})
export type ReportLeft = z.infer<typeof ReportLeft>

/** Targets of periods before the day: how many, and the codes of their first and last period. */
export const TargetsLeft = z.object({ unit: Named, targets: z.int(), from: z.string(), to: z.string() })
export type TargetsLeft = z.infer<typeof TargetsLeft>

/** What a unit that ends still has to do under a directive: how many occurrences, and their first and last due day. */
export const DutiesLeft = z.object({
  unit: Named,
  directive: z.string(),
  occurrences: z.int(),
  /** Null: none of them has a day. */
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type DutiesLeft = z.infer<typeof DutiesLeft>

const Reach = z.object({
  account: z.string(),
  role: z.string(),
  /** `loses`: reached the unit that ends or moves, and does not reach what it becomes. */
  effect: z.enum(['loses', 'gains']),
  unit: Named,
  into: Named.nullable(),
  /** The grant is held at the unit itself: it must be granted again where it is still wanted. */
  own: z.boolean(),
})
export type ReachTold = z.infer<typeof Reach>

export const ChangeAnswer = z.object({
  dryRun: z.boolean(),
  date: z.string(),
  /** False when something is refused; then nothing else is told, and nothing was written. */
  possible: z.boolean(),
  refusals: z.array(Refusal),
  before: z.array(Node),
  after: z.array(Node),
  flows: z.array(
    z.object({
      from: z.string(),
      into: z.string(),
      share: z.string().nullable(),
      kind: z.enum(SUCCESSION_KINDS),
    }),
  ),
  /** The sample indicator's totals, which restating must keep; null without a sample. */
  sample: z
    .object({
      indicator: z.string(),
      period: z.string(),
      unitOfMeasure: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    })
    .nullable(),
  series: z.array(SeriesTold),
  grants: z.array(Reach),
  openReports: z.array(ReportLeft),
  /** They stay with the units that had them. */
  targets: z.array(TargetsLeft),
  /** They stay readable under the old name; open ones are passed on by a decision. */
  duties: z.array(DutiesLeft),
})
export type ChangeAnswer = z.infer<typeof ChangeAnswer>

const ChangeOrder = z.object({
  dryRun: z.enum(['true', 'false']).default('false'),
  date: DayInput,
  /** The resolution and its clause. */
  basis: Text,
  hierarchy: Code.default('state'),
  changes: z.array(Change).min(1).max(2_000),
  /** An indicator and a period whose values are told beside the units, before and after. */
  sample: z.object({ indicator: z.string().min(1), period: z.string().min(1) }).optional(),
})
export type ChangeOrderSaid = z.infer<typeof ChangeOrder>

/**
 * What an office decides about units on a day: tells first what will happen (`dryRun`), then does it in one
 * transaction. A commit that is refused answers a Problem, with the refusals as its errors.
 */
export const changeUnits = contract({
  method: 'POST',
  path: '/api/v1/unit-changes',
  summary: 'summary.unit.change',
  input: ChangeOrder,
  output: ChangeAnswer,
})
