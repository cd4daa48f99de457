// Writing down what a visit was: all of it each time, so that a phone without a network can send it whenever it can.

import { findUnit, listUnitNames } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { findFiles, markFilesUsed } from '#platform/files/kept/store.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { FindingDraft, VisitDraft } from './api/visits.ts'
import { isStale } from './plan.ts'
import { InspectionProblem } from './problems.ts'
import { judgeBound, judgeVisitDay } from './rules/visit.ts'
import { listFindingsOf, writeFindings } from './store/findings.ts'
import { type Doing, lockInspection } from './store/inspections.ts'
import { findVisit, markRecorded, type VisitRow } from './store/visits.ts'

/** @throws inspection.notFound */
export async function getVisit(db: Db, id: number): Promise<VisitRow> {
  const row = await findVisit(db, id)
  if (!row) throw InspectionProblem.notFound()
  return row
}

export type Recorded = { before: VisitRow; after: VisitRow; findings: readonly FindingDraft[] }

/**
 * Records a visit, or writes over its record. Findings with a known key stay the same finding; one that a duty or a
 * re-check hangs on can neither go nor change.
 *
 * @throws inspection.notFound, .closed, .cancelled, .stale; inspection.refused with a fault for each member
 */
export async function recordVisit(
  tx: Tx,
  { id, ...draft }: VisitDraft & { id: number },
  doing: Doing & { ifMatch?: string | undefined },
): Promise<Recorded> {
  const { inspectionId } = await getVisit(tx, id)
  await lockInspection(tx, inspectionId)
  const before = await getVisit(tx, id)
  if (before.isClosed) throw InspectionProblem.closed()
  if (before.cancelledBecause !== null) throw InspectionProblem.cancelled()
  if (isStale(before, doing.ifMatch)) throw InspectionProblem.stale()
  const faults = await judgeRecord(tx, before, draft, doing)
  if (faults.length > 0) throw InspectionProblem.refused({}, faults)

  const [named] = await listUnitNames(tx, [before.unitId], draft.visitedOn)
  const called = { unitCode: named!.code, unitName: named!.name }
  if (!(await markRecorded(tx, id, before.revision, { ...draft, ...called }, doing)))
    throw InspectionProblem.stale()
  await writeFindings(tx, id, draft.findings)
  await markFilesUsed(tx, filesOf(draft), doing.at)
  return { before, after: await getVisit(tx, id), findings: draft.findings }
}

const filesOf = ({ files, findings }: VisitDraft) => [...files, ...findings.flatMap((f) => f.files)]

async function judgeRecord(
  tx: Tx,
  { id, unitId, unitCode }: VisitRow,
  draft: VisitDraft,
  { today }: Doing,
): Promise<Fault[]> {
  const { visitedOn: on, findings } = draft
  const { beginsOn, endsOn } = (await findUnit(tx, unitId))!
  const strays = await strayFiles(tx, unitId, filesOf(draft))
  const bound = (await listFindingsOf(tx, [id])).filter((finding) => finding.isBound)
  return [
    ...(judgeVisitDay(on, today) ? [{ path: 'visitedOn', code: 'inspection.future' }] : []),
    ...(on < beginsOn || on > endsOn
      ? [{ path: 'visitedOn', code: 'inspection.unitNotThere', details: { code: unitCode, on } }]
      : []),
    ...(draft.files.some((file) => strays.has(file)) ? [{ path: 'files', code: 'inspection.file' }] : []),
    ...findings.flatMap((finding, n) =>
      finding.files.some((file) => strays.has(file))
        ? [{ path: `findings.${n}.files`, code: 'inspection.file' }]
        : [],
    ),
    ...judgeBound(bound, findings).map(({ key, code }) => ({
      path: 'findings',
      code,
      details: { text: bound.find((finding) => finding.key === key)!.text },
    })),
  ]
}

/** Those of them that are no evidence of this unit: not there, not whole yet, or another's. */
export async function strayFiles(db: Db, unitId: number, ids: readonly string[]): Promise<Set<string>> {
  const files = await findFiles(db, ids)
  return new Set(ids.filter((id) => files.get(id)?.unitId !== unitId))
}
