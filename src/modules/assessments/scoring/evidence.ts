// Evidence of a subject: added while the unit works on its sheet, kept as it was once sent.

import type { Tx } from '#platform/db/db.ts'
import { findFiles, markFilesUsed } from '#platform/files/kept/store.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { EvidenceInput } from '../api/score-shapes.ts'
import {
  type EvidenceRow,
  findEvidence,
  insertEvidence,
  updateEvidence,
  withdrawEvidence,
} from '../store/evidence.ts'
import type { Sayer } from '../store/said.ts'
import { ScoreProblem } from './problems.ts'
import { isOpenEvidence, mayAddEvidence } from './sheet.ts'
import type { View } from './view.ts'

/** @throws score.evidenceClosed, score.refused with a fault for each member */
export async function addEvidence(
  tx: Tx,
  view: View,
  input: EvidenceInput,
  who: Sayer,
): Promise<EvidenceRow> {
  if (!mayAddEvidence(view)) throw ScoreProblem.evidenceClosed()
  await judgeEvidence(tx, view, input, who.at)
  const { unitId } = view.subject
  const id = await insertEvidence(tx, { ...saidIn(view), unitId }, input, who)
  return (await findEvidence(tx, saidIn(view), { id, unitId }))!
}

export type ChangedEvidence = { before: EvidenceRow; after: EvidenceRow }

/** @throws score.evidenceNotFound, score.evidenceClosed, score.refused with a fault for each member */
export async function changeEvidence(
  tx: Tx,
  view: View,
  id: number,
  input: EvidenceInput,
  at: Date,
): Promise<ChangedEvidence> {
  const before = await openEvidence(tx, view, id)
  await judgeEvidence(tx, view, input, at)
  await updateEvidence(tx, id, input)
  return { before, after: (await findEvidence(tx, saidIn(view), before))! }
}

/** @throws score.evidenceNotFound, score.evidenceClosed */
export async function dropEvidence(tx: Tx, view: View, id: number, at: Date): Promise<EvidenceRow> {
  const row = await openEvidence(tx, view, id)
  await withdrawEvidence(tx, id, at)
  return row
}

const saidIn = ({ ground: { round } }: View) => ({ scheme: round.scheme, period: round.period })

async function openEvidence(tx: Tx, view: View, id: number): Promise<EvidenceRow> {
  const row = await findEvidence(tx, saidIn(view), { id, unitId: view.subject.unitId })
  if (!row) throw ScoreProblem.evidenceNotFound()
  if (!isOpenEvidence(view, row)) throw ScoreProblem.evidenceClosed()
  return row
}

async function judgeEvidence(tx: Tx, view: View, { file, criteria }: EvidenceInput, at: Date): Promise<void> {
  const { criterionOf } = view.ground.ready
  const faults: Fault[] = criteria.flatMap((criterion, n) =>
    criterionOf.has(criterion)
      ? []
      : [{ path: `criteria.${n}`, code: 'score.criterionNotFound', details: { criterion } }],
  )
  if (file !== null && (await findFiles(tx, [file])).get(file)?.unitId !== view.subject.unitId)
    faults.push({ path: 'file', code: 'score.evidenceFile' })
  if (faults.length > 0) throw ScoreProblem.refused({ count: String(faults.length) }, faults)
  if (file !== null) await markFilesUsed(tx, [file], at)
}
