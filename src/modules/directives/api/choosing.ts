import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { isDecimal } from '#kernel/decimal.ts'
import { TargetKind } from '#modules/programmes/schema.ts'
import { ProposalState } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Text = z.string().trim().min(1).max(500)
const Long = z.string().trim().max(5_000)
const Reason = z.string().trim().min(1).max(2_000)
const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'slug' })
  .max(80)

/** A target that is wished for: of the choosing unit, once chosen. `value` is in the indicator's unit of measure. */
export const WishedTarget = z.object({
  indicator: z.string().min(1).max(80),
  period: z.string().min(1).max(20),
  value: z.string().refine(isDecimal, { error: 'decimal' }),
  /** Null: `cumulative` for flows, `point-in-time` for all else. */
  kind: TargetKind.nullable().default(null),
})
export type WishedTarget = z.infer<typeof WishedTarget>

const Content = z
  .object({
    name: Text,
    nameEn: z.string().trim().max(500).default(''),
    /** Why this and now: what the choice rests on. */
    why: z.string().trim().min(1).max(5_000),
    /** What citizens will read of the programme. */
    summary: Long.default(''),
    summaryEn: Long.default(''),
    startsOn: DayInput,
    endsOn: DayInput,
    targets: z.array(WishedTarget).max(50).default([]),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { error: 'order', path: ['endsOn'] })
  .refine(
    ({ targets }) => new Set(targets.map((t) => `${t.indicator} ${t.period}`)).size === targets.length,
    {
      error: 'twice',
      path: ['targets'],
    },
  )
export type ProposalContent = z.infer<typeof Content>

const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })
const Who = { by: z.string(), for: z.string().nullable(), at: z.iso.datetime() }

export const Remark = z.object({ id: z.string(), text: z.string(), ...Who })
export type Remark = z.infer<typeof Remark>

export const ProposalLine = z.object({
  id: z.string(),
  /** Who proposes, and whose committee chooses; named as on the first of its days. */
  unit: UnitName,
  chooser: UnitName,
  name: z.string(),
  nameEn: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: ProposalState,
  /** Grows with each change; a decision names the one it was made on. */
  revision: z.int(),
  targets: z.int(),
  remarks: z.int(),
  proposed: z.object(Who),
  /** Slug of the programme that was made of it. */
  programme: z.string().nullable(),
})
export type ProposalLine = z.infer<typeof ProposalLine>

export const Proposal = ProposalLine.omit({ targets: true, remarks: true }).extend({
  why: z.string(),
  summary: z.string(),
  summaryEn: z.string(),
  /** With the words of each indicator. */
  targets: z.array(
    WishedTarget.extend({ name: z.string(), nameEn: z.string().nullable(), unitOfMeasure: z.string() }),
  ),
  /** The first 500, the earliest first. */
  remarks: z.array(Remark),
  /** Chosen or rejected by a directive, or withdrawn without one. `because` is null where it was chosen. */
  decided: z
    .object({
      ...Who,
      directive: z
        .object({ id: z.string(), number: z.string(), issuedOn: z.string(), excerpt: z.string() })
        .nullable(),
      because: z.string().nullable(),
    })
    .nullable(),
  may: z.array(z.enum(['change', 'discuss', 'withdraw', 'decide'])),
})
export type Proposal = z.infer<typeof Proposal>

/** Proposals of a unit and of all that stand below it in their days, the latest first. */
export const listProposals = contract({
  method: 'GET',
  path: '/api/v1/proposals',
  summary: 'summary.proposal.list',
  input: z.object({
    unit: z.string().min(1),
    state: ProposalState.optional(),
    /** Those whose days touch this year. */
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    /** The one that this programme was made of. */
    programme: Slug.optional(),
    /** The `nextCursor` of the page before. */
    after: Id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ proposals: z.array(ProposalLine), nextCursor: z.string().nullable() }),
})

/** One proposal with its targets, its discussion, and its entity tag. */
export const getProposal = contract({
  method: 'GET',
  path: '/api/v1/proposals/:id',
  summary: 'summary.proposal.show',
  input: z.object({ id: Id }),
  output: Proposal,
})
export const makeProposal = contract({
  method: 'POST',
  path: '/api/v1/proposals',
  summary: 'summary.proposal.make',
  input: Content.safeExtend({
    /** Code of the unit that proposes, as held in the days of the content. */
    unit: z.string().min(1).max(40),
    /** Whose committee chooses: the unit itself or one above it. */
    chooser: z.string().min(1).max(40),
  }),
  output: Proposal,
})
/** While it is not decided. With `If-Match`, refused when somebody else has changed it meanwhile. */
export const changeProposal = contract({
  method: 'PUT',
  path: '/api/v1/proposals/:id',
  summary: 'summary.proposal.change',
  input: Content.safeExtend({ id: Id }),
  output: Proposal,
})
/** A remark by name, on the content and its targets; kept with the proposal for good. */
export const discussProposal = contract({
  method: 'POST',
  path: '/api/v1/proposals/:id/remarks',
  summary: 'summary.proposal.discuss',
  input: z.object({ id: Id, text: Reason }),
  output: Proposal,
})
export const withdrawProposal = contract({
  method: 'POST',
  path: '/api/v1/proposals/:id/withdraw',
  summary: 'summary.proposal.withdraw',
  input: z.object({ id: Id, reason: Reason }),
  output: Proposal,
})

/**
 * One decision of a committee on some of the proposals put to it: a directive of the register. Each chosen one becomes
 * a programme of the choosing unit, marked as a breakthrough content, with its targets; each rejected one keeps its
 * reason. All or nothing; what is not named stays open.
 */
export const decideProposals = contract({
  method: 'POST',
  path: '/api/v1/proposals/decide',
  summary: 'summary.proposal.decide',
  input: z
    .object({
      directive: Id,
      chosen: z
        .array(
          z.object({
            proposal: Id,
            /** As it was read: another one by now is refused. */
            revision: z.int().optional(),
            /**
             * Name of the programme in addresses; made from the proposal's name when left out. That of a programme
             * which the same unit has already, for the same days, joins the proposal to it.
             */
            slug: Slug.optional(),
          }),
        )
        .max(50),
      rejected: z.array(z.object({ proposal: Id, reason: Reason })).max(200),
    })
    .refine(({ chosen, rejected }) => chosen.length + rejected.length > 0, {
      error: 'missing',
      path: ['chosen'],
    }),
  output: z.object({
    chosen: z.array(z.object({ proposal: z.string(), programme: z.string() })),
    rejected: z.int(),
  }),
})
