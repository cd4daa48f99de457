import type { Download } from '#kernel/contract.ts'
import { type AuditFilter, streamAudit } from '#platform/audit/search.ts'
import type { Db } from '#platform/db/db.ts'

const COLUMNS = ['seq', 'at', 'actor', 'actingFor', 'action', 'subject', 'unitId', 'details', 'hash'] as const
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** The log as a file that grows while it is read. */
export function auditFile(db: Db, filter: AuditFilter, format: 'csv' | 'ndjson', on: string): Download {
  return format === 'csv'
    ? { name: `nhat-ky-${on}.csv`, mediaType: 'text/csv; charset=utf-8', content: asCsv(db, filter) }
    : { name: `nhat-ky-${on}.ndjson`, mediaType: 'application/x-ndjson', content: asLines(db, filter) }
}

async function* asLines(db: Db, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  for await (const entry of streamAudit(db, filter)) yield Buffer.from(`${JSON.stringify(entry)}\n`)
}

async function* asCsv(db: Db, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${COLUMNS.join(',')}\r\n`)
  for await (const entry of streamAudit(db, filter))
    yield Buffer.from(`${COLUMNS.map((column) => quote(entry[column])).join(',')}\r\n`)
}

function quote(value: string | number | null): string {
  if (value === null || typeof value === 'number') return String(value ?? '')
  return `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}
