// A scheme as it is written down, and what scoring by it gives (`domain.md` §1.3–1.5). Numbers are the text that was
// written: they are read exactly, never through a double.

import * as z from 'zod'

/** How numbers are written: any, points, how many. What fits these fits the schemas below. */
export const NUMBERS = {
  amount: /^-?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/,
  points: /^\d{1,12}(\.\d{1,10})?$/,
  count: /^\d{1,9}$/,
} as const
/** A number as text, as `readJson` gives it. */
export const Amount = z.string().regex(NUMBERS.amount)
const Points = z.string().regex(NUMBERS.points)
const Code = z
  .string()
  .min(1)
  .max(60)
  .regex(/^\P{Cc}+$/u)
const Count = z.string().regex(NUMBERS.count)

/** From and to with whether they belong to it; a bound that is missing is open. */
export const Tier = z.strictObject({
  from: Amount.nullish(),
  to: Amount.nullish(),
  fromIncluded: z.boolean().default(true),
  toIncluded: z.boolean().default(false),
  points: Points,
})
export type Tier = z.infer<typeof Tier>
const Tiers = z.array(Tier).min(1)
const Priced = z.array(z.strictObject({ code: Code, points: Points, label: z.string().optional() })).min(1)

const Simple = [
  z.strictObject({ type: z.literal('met') }),
  z.strictObject({ type: z.literal('checklist'), items: Priced }),
  z.strictObject({
    type: z.literal('ratio'),
    floor: Amount.nullish(),
    target: Amount.nullish(),
    cap: Amount.nullish(),
  }),
  z.strictObject({ type: z.enum(['ratioTiers', 'countTiers', 'compare']), tiers: Tiers }),
  z.strictObject({ type: z.literal('deduct'), per: Priced }),
  z.strictObject({ type: z.literal('deadline'), graceDays: Count.default('0'), perDay: Points }),
  z.strictObject({ type: z.literal('external'), outOf: Points.default('100') }),
  z.strictObject({
    type: z.literal('survey'),
    scale: z.union([Points, z.literal('percent')]),
    minSample: Count.default('0'),
    weights: z.record(Code, Points).optional(),
  }),
] as const

export type SimpleRule = z.infer<(typeof Simple)[number]>
export type CompositeRule = {
  type: 'composite'
  op: 'sum' | 'min' | 'product'
  of: { max: string; rule: Rule }[]
}
export type Rule = SimpleRule | CompositeRule

export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    ...Simple,
    z.strictObject({
      type: z.literal('composite'),
      op: z.enum(['sum', 'min', 'product']),
      of: z.array(z.strictObject({ max: Points, rule: Rule })).min(1),
    }),
  ]),
) as z.ZodType<Rule>

/** What happens where there was nothing to do: full points, none, or out of the maximum. */
export const NaPolicy = z.enum(['full', 'zero', 'exclude'])
export type NaPolicy = z.infer<typeof NaPolicy>

/** Where the system itself knows the answer: what is counted of the unit's own records (`feed/`). */
export const Source = z.union([
  z.strictObject({ type: z.enum(['duties', 'duties-on-time', 'targets', 'reports', 'directives']) }),
  z.strictObject({ type: z.literal('indicator'), indicator: Code, over: Code.optional() }),
])
export type Source = z.infer<typeof Source>

export const Criterion = z.object({
  code: Code,
  name: z.string(),
  max: Points,
  na: NaPolicy.default('zero'),
  rule: Rule,
  /** What is asked as proof, and the article it rests on, in words. */
  evidence: z.string().optional(),
  basis: z.string().optional(),
  source: Source.optional(),
})
export type Criterion = z.infer<typeof Criterion>

export const Area = z.object({
  code: Code,
  name: z.string(),
  max: Points,
  /** Who verifies it, in words, and the field of work in which the right to verify must be held. */
  verifier: z.string().optional(),
  field: Code.optional(),
  criteria: z.array(Criterion).min(1),
})
export type Area = z.infer<typeof Area>

const Day = z.iso.date()
export const Scheme = z.object({
  code: Code,
  name: z.string(),
  subjects: z.enum(['units', 'people']),
  validFrom: Day,
  validTo: Day.nullish().transform((day) => day ?? null),
  basis: z.string().default(''),
  /** Published by others and entered as it was; nothing is scored by it here. */
  external: z.boolean().optional(),
  /** Places of the index. */
  roundDecimals: z.string().regex(/^\d$/).default('2'),
  rebase: z.boolean().default(false),
  /** 1,2,2,4; 1,2,2,3; or by the points of these criteria or areas, then 1,2,2,4. */
  ties: z.union([z.enum(['skip', 'dense']), z.array(Code)]).default('skip'),
  /** Bonus and penalty outside the total. */
  adjust: z.object({ min: Amount, max: Amount }).nullish(),
  classes: z.array(z.object({ label: z.string(), from: Amount })).default([]),
  areas: z.array(Area).min(1),
})
export type Scheme = z.infer<typeof Scheme>

/** Who said it, in the order in which what was said later counts more; an explanation never counts. */
export const STAGES = ['self', 'verified', 'explained', 're-verified', 'final'] as const
export const Stage = z.enum(STAGES)
export type Stage = z.infer<typeof Stage>
/** Bonus and penalty of a unit are said of this criterion. */
export const ADJUSTMENT = '*'

/** Why a score was cut; a catalogue, so that cuts can be counted (`domain.md` §1.8). */
export const CUT_REASONS = ['missing', 'untimely', 'miscounted', 'unfitting', 'repeated'] as const
export const CutReason = z.enum(CUT_REASONS)
export type CutReason = z.infer<typeof CutReason>

/**
 * Where a round stands. `self`: units score themselves; `verify`; `explain`: units answer cuts, verifiers look again;
 * `council`: final scores; `published`: only an appeal changes a score.
 */
export const ROUND_STATES = ['self', 'verify', 'explain', 'council', 'published'] as const
export const RoundState = z.enum(ROUND_STATES)
export type RoundState = z.infer<typeof RoundState>

/** What is known of one criterion at one stage. `input` is JSON with every number as text: `{"num":"0.1","den":"3"}`. */
export type Claim = { criterion: string; stage: Stage; input: string }
