import * as z from 'zod'
import { contract } from '#kernel/contract.ts'

/** One thing wrong: the header is row 1; `field` is '' when it is the row or the file as a whole. */
const Rejected = z.object({
  /** Only when several files came together. */
  file: z.string().optional(),
  row: z.int(),
  field: z.string(),
  code: z.string(),
  message: z.string(),
})

const Counts = z.object({
  /** '' when no form could be told. */
  format: z.string(),
  dryRun: z.boolean(),
  /** Rows of data that were read; empty ones are not counted. */
  rows: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Rows, each counted once however much is wrong with it. */
  rejectedCount: z.int(),
  rejected: z.array(Rejected),
})

/**
 * What came of an import. A refused one has written nothing, so it created, changed and left unchanged 0 rows. With
 * several files the numbers are totals, `format` is joined by commas, and `files` has one of these for each.
 */
export const ImportAnswer = Counts.extend({
  files: z.array(Counts.extend({ file: z.string() })).optional(),
})
export type ImportAnswer = z.infer<typeof ImportAnswer>
export type FileAnswer = z.infer<typeof Counts> & { file: string }

const Flag = z.enum(['true', 'false']).default('false')

export const importFile = contract({
  method: 'POST',
  path: '/api/v1/imports',
  summary: 'summary.import.file',
  input: z.object({ format: z.string().optional(), dryRun: Flag, keepGood: Flag }),
  output: ImportAnswer,
})
