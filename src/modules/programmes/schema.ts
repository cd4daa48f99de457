import * as z from 'zod'

/** How a target is judged: a flow that grows over the period, a state on its last day, or something that should fall. */
export const TargetKind = z.enum(['cumulative', 'point-in-time', 'lower-is-better'])
export type TargetKind = z.infer<typeof TargetKind>

/** What a committee chose to achieve; a breakthrough content is a programme marked so. */
export type Programme = {
  id: number
  slug: string
  name: string
  nameEn: string
  summary: string
  summaryEn: string
  unit: { id: number; code: string; name: string }
  startsOn: string
  endsOn: string
  breakthrough: boolean
  position: number
}

/** `more-than` publishes a floor: the exact value rounded down to a stated step, with the word "hơn". */
export const Basis = z.enum(['exact', 'more-than'])
export type Basis = z.infer<typeof Basis>

/** A published number of a programme: an indicator under a key that does not change. */
export type FigureDefinition = {
  key: string
  programmeSlug: string | null
  indicator: string
  label: string
  labelEn: string
  /** Its part of the year's sentence, with `{value}`; null stays out of it. */
  phrase: string | null
  phraseEn: string | null
  basis: Basis
  /** In the unit of measure; null for exact figures. */
  step: string | null
}

/** A target in force. */
export type Target = { indicator: string; unitId: number; period: string; kind: TargetKind; value: string }

/** One figure of a unit in a period. Decimals are strings in the unit of measure; null is missing, not zero. */
export const FigureAnswer = z.object({
  key: z.string(),
  indicator: z.string(),
  label: z.string(),
  /** Exact, also for a figure published as a floor. */
  value: z.string().nullable(),
  unitOfMeasure: z.string(),
  /** As it is published, in the reader's language: `7.430 ha`, `hơn 995 tỷ đồng`. */
  display: z.string(),
  basis: Basis,
  /** The weakest of the values behind it: `official` only when all are. */
  state: z.enum(['estimate', 'preliminary', 'official']),
  target: z.string().nullable(),
  targetKind: TargetKind.nullable(),
  attainmentPercent: z.string().nullable(),
  met: z.boolean().nullable(),
  reported: z.int(),
  expected: z.int(),
  restated: z.boolean(),
  notRestated: z.object({ units: z.int(), value: z.string().nullable() }).nullable(),
  published: z.string().nullable(),
  programme: z.string().nullable(),
  phrase: z.string().nullable(),
  demo: z.boolean(),
})
export type FigureAnswer = z.infer<typeof FigureAnswer>

export const FiguresAnswer = z.object({
  period: z.string(),
  unit: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  borders: z.string(),
  figures: z.array(FigureAnswer),
})
export type FiguresAnswer = z.infer<typeof FiguresAnswer>
