// An import format is a value that a module registers: its columns, and what to do with the rows. Reading files,
// telling formats apart, row numbers, the transaction and the answer are the same for all (run-import.ts).

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor, AuditEntry, Permission, Place } from '#platform/http/endpoint.ts'

/**
 * One data row. `row` counts from 1 at the header, as a spreadsheet does. `cells` has every column of the format,
 * required and optional: NFC, trimmed, '' when the cell is empty or the file has no such column.
 */
export type Row<C extends string = string> = { row: number; cells: Readonly<Record<C, string>> }

/** Rows in the order of the file, a few thousand at a time: one promise per batch, none per row. Never empty. */
export type Batches<C extends string = string> = AsyncIterable<readonly Row<C>[]>

/** Something wrong with one row. `code` is the i18n key after `import.`, `details` fill its sentence. */
export type Rejection = { row: number; field: string; code: string; details?: Record<string, unknown> }

export type ImportContext = {
  tx: Tx
  actor: Actor
  now: Date
  today: Day
  fileName: string
  /** Hex, of the file's bytes. */
  sha256: string
  /**
   * Notes a refused row, any number of times for the same row and in any order. The import goes on, so that all
   * faults are told at once.
   */
  reject(rejection: Rejection): void
  audit(entry: AuditEntry): Promise<void>
}

/** Rows, not records. With the rows that were refused they add up to the rows that were handed over. */
export type ImportCounts = { created: number; changed: number; unchanged: number }

export type ImportFormat<C extends string = string> = {
  name: string
  /**
   * `table`: CSV or XLSX. `geojson`: a feature is a row, its properties and `geometry` (JSON text) are the cells. `json`:
   * the document is one row with one cell, `json`, its text.
   */
  reads: 'table' | 'geojson' | 'json'
  required: readonly C[]
  optional: readonly C[]
  /** Columns read as numbers, where a cell may begin with `-`. In all others that is refused: formula injection. */
  numbers: readonly C[]
  /** Files given together are run in this order: units 10, succession 11, indicators 20, targets 30, values 40. */
  order: number
  access: { may: Permission; at: Place }
  /** Meant when a header fits several formats alike and neither the file's name nor the caller tells. */
  isUsual?: true
  /**
   * Takes all rows of one file; those that cannot be read as rows never reach it. Writes the good rows through
   * `ctx.tx`; whether that is committed is not its business. An error thrown by `batches` must pass through.
   */
  run(ctx: ImportContext, batches: Batches<C>): Promise<ImportCounts>
}

/** All columns, required ones first. */
export const columnsOf = <C extends string>({ required, optional }: ImportFormat<C>): readonly C[] => [
  ...required,
  ...optional,
]

/** Only helps inference: the cells of `run` are the columns that were named. */
export const importFormat = <const R extends string, const O extends string>(
  format: Omit<ImportFormat<R | O>, 'required' | 'optional'> & {
    required: readonly R[]
    optional: readonly O[]
  },
): ImportFormat => format
