// What an appeal about a score is about: the round, the subject, and the area whose verifier was first.

import type { Db } from '#platform/db/db.ts'
import type { Place } from '#platform/http/endpoint.ts'
import type { Area } from '../schema.ts'
import { type Ground, getRound, groundOf } from '../scoring/ground.ts'
import { parentPlace } from '../scoring/rights.ts'
import { type AppealRow, findAppeal } from '../store/appeals.ts'
import { listSubjectsById, type SubjectRow } from '../store/round-subjects.ts'
import { AppealProblem } from './problems.ts'

export type Matter = {
  ground: Ground
  subject: SubjectRow
  /** Null: the result as a whole, or bonus and penalty. */
  area: Area | null
  /** Null: the result as a whole. */
  criterion: { code: string; name: string } | null
}

/** @throws appeal.notFound */
export async function getAppealRow(db: Db, id: string): Promise<AppealRow> {
  const row = await findAppeal(db, Number(id))
  if (!row) throw AppealProblem.notFound()
  return row
}

export const matterOf = async (db: Db, appeal: AppealRow): Promise<Matter> =>
  matterIn(db, await groundOf(db, await getRound(db, String(appeal.roundId))), appeal)

export async function matterIn(
  db: Db,
  ground: Ground,
  { unitId, criterion }: Pick<AppealRow, 'unitId' | 'criterion'>,
): Promise<Matter> {
  const subject = (await listSubjectsById(db, ground.round.id, [unitId]))[0]!
  const known = ground.ready.criterionOf.get(criterion)
  return {
    ground,
    subject,
    area: known?.area ?? null,
    criterion: criterion === '' ? null : { code: criterion, name: known?.criterion.name ?? criterion },
  }
}

/** Above the subject, in the field of the area where the scheme names one. */
export const placeToDecide = (db: Db, { ground, subject, area }: Matter): Promise<Place> =>
  parentPlace(db, ground, subject.unitId, area?.field)
