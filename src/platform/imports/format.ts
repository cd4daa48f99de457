// An import format is a value that a module registers: its columns, and what to do with the rows. Reading files,
// telling formats apart, row numbers, the transaction and the answer are the same for all (run-import.ts).

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor, AuditEntry, Permission, Place } from '#platform/http/endpoint.ts'

/** One data row. `row` counts from 1 at the header, as a spreadsheet does; absent cells are ''. Cells are NFC, trimmed. */
export type Row = { row: number; cells: Readonly<Record<string, string>> }

/** Something wrong with one row. `code` is the i18n key after `import.`, `details` fill its sentence. */
export type Rejection = { row: number; field: string; code: string; details?: Record<string, unknown> }

export type ImportContext = {
  tx: Tx
  actor: Actor
  now: Date
  today: Day
  fileName: string
  /** Hex, of the file's bytes; known once its rows have been read. */
  sha256(): string
  /** Notes a refused row; the import goes on, so that all faults are told at once. */
  reject(rejection: Rejection): void
  audit(entry: AuditEntry): Promise<void>
  /** Rows read so far, for the progress bar. */
  progress(rows: number): void
}

/** `rows` counts data rows read; created + changed + unchanged + rejected rows add up to it. */
export type ImportCounts = { rows: number; created: number; changed: number; unchanged: number }

export type ImportFormat = {
  name: string
  required: readonly string[]
  optional: readonly string[]
  /** Formats given together are run in this order: units and succession 10, indicators 20, targets 30, values 40. */
  order: number
  access: { may: Permission; at: Place }
  /**
   * Takes all rows of one file. Writes through `ctx.tx` only; whether it is committed is not its business.
   * Formats with the same `group` get the rows of all their files in one call of the first (units + succession).
   */
  run(ctx: ImportContext, rows: AsyncIterable<Row>): Promise<ImportCounts>
}
