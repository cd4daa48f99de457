import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Cells } from '../rules/cells.ts'
import type { ReportState } from '../schema.ts'

/** A report with its latest version. `submittedBy` is null when an office brought the version in. */
export type StoredReport = {
  /** 0 before the first save. */
  id: number
  formId: number
  unitId: number
  periodId: number
  version: number
  latestVersion: number
  /** Null before the first save. */
  state: ReportState | null
  revision: number
  quality: number
  cells: Cells
  comments: Record<string, string>
  /** Ids of kept files, by the keys of cells. */
  evidence: Record<string, string[]>
  submittedBy: string | null
  submittedFor: string | null
  submittedAt: Date | null
  approvedVersion: number | null
  /** What is to be corrected: of a returned version, and of the draft that follows one. */
  returned: StoredReturn | null
}

/** Why a version was sent back; `cells` by key, when it was single ones. */
export type StoredReturn = {
  reason: string | null
  cells: Record<string, string> | null
  by: string
  at: Date
}

/** What the columns below come back as; all null before the first save. */
export type ReportRow = {
  latest_version: number | null
  approved_version: number | null
  revision: number
  locked_at: Date | null
  version: number | null
  state: string
  quality: number
  cells: Cells
  comments: Record<string, string> | null
  evidence: Record<string, string[]> | null
  submitted_by: string | null
  submitted_for: string | null
  submitted_at: Date | null
  returned_reason: string | null
  returned_cells: Record<string, string> | null
  returned_by: string | null
  returned_at: Date | null
}

/** A report `r`, one of its versions `v`, and what it is to correct `b`. */
export const COLUMNS = sql`
  r.id, r.latest_version, r.approved_version, r.revision, r.locked_at, v.version, v.state, v.quality, v.cells,
  v.comments, v.evidence, v.submitted_by, v.submitted_for, v.submitted_at,
  b.reason as returned_reason, b.returned_cells, b.decided_by as returned_by, b.decided_at as returned_at`

/** The version that was returned: `v` itself, or the one before a draft. */
export const RETURNED = sql`
  b.report_id = r.id and b.state = 'returned' and b.version = v.version - case when v.state = 'draft' then 1 else 0 end`

/** A report is locked at its approved version. */
const stateOf = (row: ReportRow): ReportState =>
  row.locked_at && row.version === row.approved_version ? 'locked' : (row.state as ReportState)

export const toReport = (row: ReportRow): Omit<StoredReport, 'id' | 'formId' | 'unitId' | 'periodId'> => ({
  version: row.version ?? 0,
  latestVersion: row.latest_version ?? 0,
  state: row.version === null ? null : stateOf(row),
  revision: row.revision ?? 0,
  quality: row.quality ?? 2,
  cells: row.cells ?? {},
  comments: row.comments ?? {},
  evidence: row.evidence ?? {},
  submittedBy: row.submitted_by,
  submittedFor: row.submitted_for,
  submittedAt: row.submitted_at,
  approvedVersion: row.approved_version,
  returned: row.returned_at && {
    reason: row.returned_reason,
    cells: row.returned_cells,
    by: row.returned_by!,
    at: row.returned_at,
  },
})

/** The reports of many units to one form for one period, by unit; those never saved are left out. */
export async function listReports(
  db: Db,
  formId: number,
  period: string,
  unitIds: readonly number[],
): Promise<Map<number, StoredReport>> {
  const { rows } = await sql<ReportRow & { id: number; unit_id: number; period_id: number }>`
    select r.unit_id, r.period_id, ${COLUMNS}
      from periods p
      join reports r on (r.form_id, r.period_id) = (${formId}, p.id) and r.unit_id = any(${unitIds}::int[])
      join report_versions v on v.report_id = r.id and v.version = r.latest_version
      left join report_versions b on ${RETURNED}
     where p.code = ${period}`.execute(db)
  return new Map(
    rows.map((row) => [
      row.unit_id,
      { ...toReport(row), id: row.id, formId, unitId: row.unit_id, periodId: row.period_id },
    ]),
  )
}
