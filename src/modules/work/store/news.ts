import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { ReportNamed } from '../rules/signal.ts'

/** What a version of a report says beside the audit entry: its line of work, who sent it, why it was returned. */
export type VersionFacts = { field: string | null; senders: string[]; reason: string | null }

/** Facts of versions, in the order asked; undefined for a version that is not there. */
export async function listVersionFacts(
  db: Db,
  asked: readonly ReportNamed[],
): Promise<(VersionFacts | undefined)[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<VersionFacts & { n: number }>`
    select a.n::int, s.field, s.reason,
           array_remove(array[s.submitted_by, s.submitted_for], null) as senders
      from jsonb_to_recordset(${JSON.stringify(asked.map((one, n) => ({ ...one, n })))}::jsonb)
           as a (n int, form text, period text, "unitId" int, version int)
      join report_states s
        on s.form = a.form and s.period = a.period and s.unit_id = a."unitId" and s.version = a.version`.execute(
    db,
  )
  const found = new Map(rows.map((row) => [row.n, row]))
  return asked.map((_, n) => found.get(n))
}
