// Correcting a session, and taking one out of all counts. Directive and unit stay: what was entered for another is
// withdrawn and recorded anew, so that the traces say so.

import type { Day } from '#kernel/day.ts'
import { findUnit, listUnitNames } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { findFiles, markFilesUsed } from '#platform/files/kept/store.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { SessionDraft } from '../api/sessions.ts'
import { judgeDay, sameSession } from '../rules/sessions.ts'
import { findRecorded, findSession, markChanged, markWithdrawn, type SessionRow } from '../store/sessions.ts'
import { fault } from './faults.ts'
import { SessionProblem } from './problems.ts'
import { follow, getStudied } from './record.ts'

/** @throws studySession.notFound */
export async function getSession(db: Db, id: number): Promise<SessionRow> {
  const row = await findSession(db, id)
  if (!row) throw SessionProblem.notFound()
  return row
}

export const etagOf = ({ revision }: Pick<SessionRow, 'revision'>): string => `"${revision}"`

/** As it stands now, for whoever last saw `ifMatch`. @throws studySession.notFound, .withdrawn, .stale */
async function getSeen(tx: Tx, id: number, ifMatch: string | undefined): Promise<SessionRow> {
  const row = await getSession(tx, id)
  if (row.withdrawnAt) throw SessionProblem.withdrawn()
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOf(row)) throw SessionProblem.stale()
  return row
}

type Doing = { by: string; at: Date; today: Day; ifMatch: string | undefined }
export type Changed = { before: SessionRow; after: SessionRow }

/**
 * Puts what is entered in the place of what stood.
 * @throws studySession.notFound, .withdrawn, .stale, .recorded, .refused with a fault for each member
 */
export async function changeSession(
  tx: Tx,
  id: number,
  draft: Omit<SessionDraft, 'unit'>,
  { at, today, ifMatch }: Doing,
): Promise<Changed> {
  const before = await getSeen(tx, id, ifMatch)
  const faults = await judge(tx, before, draft, today)
  if (faults.length > 0) throw SessionProblem.refused({}, faults)
  const { unitId, directiveId } = before
  const same = sameSession(unitId, draft.heldOn, draft.cell)
  const others = await findRecorded(tx, directiveId, [{ unitId, heldOn: draft.heldOn }])
  if (others.some((o) => o.id !== id && sameSession(unitId, o.heldOn, o.cell) === same))
    throw SessionProblem.recorded()

  const [named] = await listUnitNames(tx, [unitId], draft.heldOn)
  const session = { ...draft, unitId, unitCode: named!.code, unitName: named!.name }
  if (!(await markChanged(tx, id, before.revision, session, at))) throw SessionProblem.stale()
  await markFilesUsed(tx, draft.files, at)
  await follow(tx, directiveId, [before, { unitId, heldOn: draft.heldOn }])
  return { before, after: await getSession(tx, id) }
}

async function judge(
  tx: Tx,
  { directiveId, unitId, unitCode }: SessionRow,
  draft: Omit<SessionDraft, 'unit'>,
  today: Day,
): Promise<Fault[]> {
  const { issuedOn } = await getStudied(tx, directiveId)
  const wrong = judgeDay(draft.heldOn, issuedOn, today)
  const { beginsOn, endsOn } = (await findUnit(tx, unitId))!
  const files = await findFiles(tx, draft.files)
  return [
    ...(wrong ? [fault('heldOn', wrong, { issuedOn })] : []),
    ...(draft.heldOn < beginsOn || draft.heldOn > endsOn
      ? [fault('heldOn', 'unitNotFound', { code: unitCode, on: draft.heldOn })]
      : []),
    ...(draft.files.some((file) => files.get(file)?.unitId !== unitId) ? [fault('files', 'file')] : []),
  ]
}

/** Takes it out of all counts; it stays to be read, with the reason. @throws studySession.notFound, .withdrawn, .stale */
export async function withdrawSession(
  tx: Tx,
  id: number,
  because: string,
  { by, at, ifMatch }: Doing,
): Promise<Changed> {
  const before = await getSeen(tx, id, ifMatch)
  if (!(await markWithdrawn(tx, id, before.revision, { by, at, because }))) throw SessionProblem.stale()
  await follow(tx, before.directiveId, [before])
  return { before, after: await getSession(tx, id) }
}
