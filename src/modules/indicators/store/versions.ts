import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Cells } from '../rules/cells.ts'
import type { ReportState } from '../schema.ts'

export type StoredVersion = {
  version: number
  state: ReportState
  quality: number
  isInForce: boolean
  isLocked: boolean
  isImported: boolean
  cells: Cells
  comments: Record<string, string>
  evidence: Record<string, string[]>
  returnedCells: Record<string, string> | null
  reason: string | null
  createdBy: string
  createdAt: Date
  savedBy: string
  savedAt: Date
  submittedBy: string | null
  submittedFor: string | null
  submittedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
}

const PAGE = 50

/** One page of a report's versions, the newest first; null: from the latest on. */
export async function listVersions(
  db: Db,
  reportId: number,
  before: number | null,
): Promise<StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select v.version, v.state, v.quality, v.version is not distinct from r.approved_version as "isInForce",
           r.locked_at is not null as "isLocked", v.import_id is not null as "isImported", v.cells,
           coalesce(v.comments, '{}') as comments, coalesce(v.evidence, '{}') as evidence,
           v.returned_cells as "returnedCells", v.reason, v.created_by as "createdBy", v.created_at as "createdAt",
           coalesce(v.saved_by, v.created_by) as "savedBy", coalesce(v.saved_at, v.created_at) as "savedAt",
           v.submitted_by as "submittedBy", v.submitted_for as "submittedFor", v.submitted_at as "submittedAt",
           v.decided_by as "decidedBy", v.decided_at as "decidedAt"
      from report_versions v join reports r on r.id = v.report_id
     where v.report_id = ${reportId} and v.version < ${before ?? 2_147_483_647}
     order by v.version desc
     limit ${PAGE}`.execute(db)
  return rows
}
