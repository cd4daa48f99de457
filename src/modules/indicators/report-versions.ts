// The versions of one report, side by side.

import type { Db } from '#platform/db/db.ts'
import { ReportProblem } from './problems.ts'
import { cellNamer, tellCells } from './report-answer.ts'
import { placeOfReport, type ReportKey } from './reporting.ts'
import { QUALITIES, type ReportVersion } from './schema.ts'
import { openReport } from './store/reports.ts'
import { listVersions, type StoredVersion } from './store/versions.ts'

/**
 * Versions with their values, the newest first, at most 50.
 *
 * @param before a version: only those before it.
 * @throws report.notFound before the first save.
 */
export async function listReportVersions(
  db: Db,
  key: ReportKey,
  before: number | undefined,
): Promise<ReportVersion[]> {
  const { unit } = await placeOfReport(db, key)
  const opened = await openReport(db, { form: key.form, unitId: unit, period: key.period })
  if (!opened) throw ReportProblem.formNotFound({ form: key.form })
  if (!opened.report?.state) throw ReportProblem.notFound({ ...key })
  const versions = (await listVersions(db, opened.report.id, before ?? null)).map((stored) => ({
    ...stored,
    returned: stored.decidedAt && stored.state === 'returned' ? returnOf(stored) : null,
  }))
  const name = await cellNamer(db, opened.form, versions)
  return versions.map((version) => ({ ...tell(version), values: tellCells(version, name) }))
}

const returnOf = (v: StoredVersion) => ({
  reason: v.reason,
  cells: v.returnedCells,
  by: v.decidedBy!,
  at: v.decidedAt!,
})

const tell = (v: StoredVersion): Omit<ReportVersion, 'values'> => ({
  version: v.version,
  state: v.isInForce && v.isLocked ? 'locked' : v.state,
  quality: QUALITIES[v.quality]!,
  isInForce: v.isInForce,
  isImported: v.isImported,
  createdBy: v.createdBy,
  createdAt: v.createdAt.toISOString(),
  savedBy: v.savedBy,
  savedAt: v.savedAt.toISOString(),
  submittedBy: v.submittedBy,
  submittedFor: v.submittedFor,
  submittedAt: v.submittedAt?.toISOString() ?? null,
  decidedBy: v.decidedBy,
  decidedAt: v.decidedAt?.toISOString() ?? null,
  reason: v.reason,
})
