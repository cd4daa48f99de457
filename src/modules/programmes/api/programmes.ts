import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { isDecimal } from '#kernel/decimal.ts'
import { Basis } from '../schema.ts'

const Text = z.string().trim().min(1).max(500)
const Long = z.string().trim().max(5_000)

/** A published number. `step` is in the unit of measure, and only for a floor (`more-than`). */
export const FigureInput = z
  .object({
    key: z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/, { error: 'key' }),
    indicator: z.string().min(1),
    label: Text,
    labelEn: Text,
    /** Its part of the year's sentence, with `{value}`; null stays out of it. */
    phrase: Text.nullable(),
    phraseEn: Text.nullable(),
    basis: Basis,
    step: z.string().refine(isDecimal, { error: 'decimal' }).nullable(),
  })
  .refine(({ basis, step }) => (basis === 'more-than') === (step !== null && Number(step) > 0), {
    error: 'step',
    path: ['step'],
  })
export type FigureInput = z.infer<typeof FigureInput>

export const ProgrammeInput = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'slug' })
    .max(80),
  name: Text,
  nameEn: Text,
  summary: Long,
  summaryEn: Long,
  /** Code of the unit that chose it, as it is held in its days. */
  unit: z.string().min(1),
  startsOn: DayInput,
  endsOn: DayInput,
  breakthrough: z.boolean(),
  position: z.int().min(0).max(10_000),
  figures: z.array(FigureInput).max(200),
})
export type ProgrammeInput = z.infer<typeof ProgrammeInput>

export const ProgrammeAnswer = ProgrammeInput.extend({
  unitName: z.string(),
  /** Keys of figures whose indicator has values: they stay, and so does their indicator. */
  used: z.array(z.string()),
})
export type ProgrammeAnswer = z.infer<typeof ProgrammeAnswer>

export const listProgrammes = contract({
  method: 'GET',
  path: '/api/v1/programmes',
  summary: 'summary.programme.list',
  input: z.object({}),
  output: z.object({ programmes: z.array(ProgrammeAnswer) }),
})
export const createProgramme = contract({
  method: 'POST',
  path: '/api/v1/programmes',
  summary: 'summary.programme.create',
  input: ProgrammeInput,
  output: ProgrammeAnswer,
})
export const changeProgramme = contract({
  method: 'PUT',
  path: '/api/v1/programmes/:slug',
  summary: 'summary.programme.change',
  input: ProgrammeInput,
  output: ProgrammeAnswer,
})
