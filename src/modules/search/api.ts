import * as z from 'zod'
import { contract } from '#kernel/contract.ts'

/** What was found. `code` is what its page is opened by: a code, a slug, the key of a figure, the id of a directive. */
export const Found = z.object({
  kind: z.enum(['unit', 'programme', 'figure', 'indicator', 'form', 'directive']),
  code: z.string(),
  name: z.string(),
  /** Of a unit its kind, of an indicator its unit of measure, of a form its frequency, of a directive its number. */
  about: z.string().nullable(),
  /** What it is part of: the unit above, the programme of a figure (by name), who issued a directive. */
  within: z.string().nullable(),
  /** Of a figure the slug of its programme. */
  programme: z.string().nullable(),
  /** A unit was called so until this day; null: it still is, or it is no unit. */
  until: z.string().nullable(),
  /** What that unit is called since; null where it is gone or has this name. */
  nowCalled: z.string().nullable(),
})
export type Found = z.infer<typeof Found>

/**
 * Units of any day, programmes, figures, indicators and forms, by name or code, and directives by number and text,
 * without tone marks. The best first.
 */
export const search = contract({
  method: 'GET',
  path: '/api/v1/search',
  summary: 'summary.search',
  input: z.object({
    q: z.string().max(200),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ found: z.array(Found) }),
})
