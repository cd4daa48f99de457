// What becomes of a finding: a duty of the unit, and a look whether it was mended.

import type { Day } from '#kernel/day.ts'
import { issueDuty } from '#modules/directives/index.ts'
import type { Product } from '#modules/directives/schema.ts'
import { findUnit, listUnitNames, loadSuccession, type Succession } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { markFilesUsed } from '#platform/files/kept/store.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { Fault } from '#platform/http/problem.ts'
import { InspectionProblem } from './problems.ts'
import { strayFiles } from './record.ts'
import { type FindingStanding, isEnded, judgeFinding, mayGetDuty } from './rules/finding.ts'
import type { RecheckResult } from './schema.ts'
import { type FindingRow, findFinding, insertDuty, insertRecheck, lockFinding } from './store/findings.ts'
import { type Doing, lockInspection } from './store/inspections.ts'
import { factsOf } from './tell.ts'

/** @throws inspection.notFound */
export async function getFinding(db: Db, id: number): Promise<FindingRow> {
  const row = await findFinding(db, id)
  if (!row) throw InspectionProblem.notFound()
  return row
}

type Open = { row: FindingRow; standing: FindingStanding }

/** The finding, held until the transaction ends. @throws inspection.notFound, .closed, .ended */
async function getOpen(tx: Tx, id: number, today: Day): Promise<Open> {
  await lockInspection(tx, (await getFinding(tx, id)).inspectionId)
  await lockFinding(tx, id)
  const row = await getFinding(tx, id)
  if (row.isClosed) throw InspectionProblem.closed()
  const standing = judgeFinding(factsOf(row), today)
  if (isEnded(standing.state)) throw InspectionProblem.ended()
  return { row, standing }
}

/** `unit`: the code of the successor that is to mend it, where the unit has ended and several took its place. */
export type DutyDraft = { id: number; task: string; product: Product; dueOn: Day; unit?: string | undefined }

export type DutyMade = { finding: FindingRow; entry: AuditEntry }

/**
 * Asks the unit to mend what was found by a day: a duty under the directive that orders the inspection, on which the
 * inspecting unit's office decides. The audit entry that it gives is the caller's to write.
 *
 * @throws inspection.notFound, .closed, .ended; inspection.hasDuty while an earlier duty has not been seen to;
 * inspection.refused for a day that is over, or without a unit that can mend it (see `unitToMend`)
 */
export async function makeDutyOfFinding(tx: Tx, draft: DutyDraft, doing: Doing): Promise<DutyMade> {
  const { today } = doing
  const { row, standing } = await getOpen(tx, draft.id, today)
  if (!mayGetDuty(standing.state)) throw InspectionProblem.hasDuty()
  if (draft.dueOn < today) throw refused('dueOn', 'inspection.dueOver')
  const unit = (await unitToMend(tx, row, draft.unit, today)).code
  const { task, product, dueOn } = draft
  const to = { by: 'list' as const, units: [unit] }
  const decider = await codeOn(tx, row.ownerId, today)
  const asked = { task, product, dueOn, to, decider }
  const { occurrences, entry } = await issueDuty(tx, row.directiveId, asked, doing)
  await insertDuty(tx, draft.id, occurrences[0]!.id, doing)
  return { finding: await getFinding(tx, draft.id), entry }
}

/**
 * Who is to mend what was found: the unit where it was; once that has ended, its successor, the one named when there
 * are several.
 *
 * @throws inspection.refused when nobody named can, with the codes of those who can
 */
export async function unitToMend(
  db: Db,
  { unitId, unitCode }: Pick<FindingRow, 'unitId' | 'unitCode'>,
  named: string | undefined,
  today: Day,
): Promise<{ id: number; code: string }> {
  const heirs = await listUnitNames(db, heirsOf(await loadSuccession(db), unitId, today), today)
  const chosen =
    named === undefined && heirs.length === 1 ? heirs[0] : heirs.find(({ code }) => code === named)
  if (chosen) return chosen
  if (heirs.length === 0) throw refused('unit', 'inspection.unitNotThere', { code: unitCode, on: today })
  const units = heirs.map(({ code, name }) => `${name} (${code})`).join('; ')
  throw refused('unit', 'inspection.successorNeeded', { units })
}

/** The unit itself while it is there, else all that took its place and are there today, each once. */
function heirsOf(succession: Succession, unitId: number, today: Day): number[] {
  const { beginsOn, endsOn } = succession.life(unitId)
  if (beginsOn <= today && today <= endsOn) return [unitId]
  const next = succession.successors(unitId).filter(({ unit }) => unit !== unitId)
  return [...new Set(next.flatMap(({ unit }) => heirsOf(succession, unit, today)))]
}

/** The unit's code on a day; null when it is not there. */
async function codeOn(tx: Tx, unitId: number, day: Day): Promise<string | null> {
  const { beginsOn, endsOn } = (await findUnit(tx, unitId))!
  if (day < beginsOn || day > endsOn) return null
  const [named] = await listUnitNames(tx, [unitId], day)
  return named!.code
}

export type RecheckDraft = {
  id: number
  checkedOn: Day
  result: RecheckResult
  note: string
  files: readonly string[]
}

/**
 * Notes what a second look saw. `fixed` and `dropped` end the finding.
 *
 * @throws inspection.notFound, .closed, .ended; inspection.refused for a day before the visit or to come, or a file of
 * another unit
 */
export async function recheckFinding(tx: Tx, draft: RecheckDraft, doing: Doing): Promise<FindingRow> {
  const { row } = await getOpen(tx, draft.id, doing.today)
  if (draft.checkedOn > doing.today) throw refused('checkedOn', 'inspection.future')
  if (draft.checkedOn < row.foundOn) throw refused('checkedOn', 'inspection.beforeVisit', { on: row.foundOn })
  const strays = await strayFiles(tx, row.unitId, draft.files)
  if (strays.size > 0) throw refused('files', 'inspection.file')
  await insertRecheck(tx, draft.id, { ...draft, files: [...draft.files] }, doing)
  await markFilesUsed(tx, draft.files, doing.at)
  return getFinding(tx, draft.id)
}

const refused = (path: string, code: string, details?: Record<string, string>) => {
  const fault: Fault = { path, code, ...(details && { details }) }
  return InspectionProblem.refused({}, [fault])
}
