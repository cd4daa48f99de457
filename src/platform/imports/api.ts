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

/** One cell that would change, or was changed, of a format that tells of single cells. '' is an empty cell. */
const Change = z.object({
  /** Where in the file: `D7`. */
  at: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  /** `code` with the item of its breakdown, if any: `fruit|crop=mango`; `label` for people. */
  indicator: z.object({ code: z.string(), label: z.string() }),
  before: z.string(),
  after: z.string(),
  /** Somebody else changed this cell since the file was given out: `before` is theirs. */
  isConflict: z.boolean(),
})
export type ImportChange = z.infer<typeof Change>

/**
 * What came of an import. A refused one has written nothing, so it created, changed and left unchanged 0 rows. With
 * several files the numbers are totals, `format` is joined by commas, and `files` has one of these for each.
 */
export const ImportAnswer = Counts.extend({
  files: z.array(Counts.extend({ file: z.string() })).optional(),
  /** At most 2,000; also of a refused file, in which nothing was changed. */
  changes: z.array(Change).optional(),
})
export type ImportAnswer = z.infer<typeof ImportAnswer>
export type FileAnswer = z.infer<typeof Counts> & { file: string }

const Flag = z.enum(['true', 'false']).default('false')

export const importFile = contract({
  method: 'POST',
  path: '/api/v1/imports',
  summary: 'summary.import.file',
  input: z.object({
    format: z.string().optional(),
    dryRun: Flag,
    keepGood: Flag,
    /** Of formats that save drafts: submits them too. */
    submit: Flag,
    /** What becomes of cells that somebody else has changed since the file was given out. */
    conflicts: z.enum(['refuse', 'keep', 'replace']).default('refuse'),
  }),
  output: ImportAnswer,
})
