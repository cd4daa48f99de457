// Where the rights about an appeal must be held, and what its reader may do.

import { isOwnPerson } from '#modules/organisation/index.ts'
import { findAccount } from '#platform/auth/store/accounts.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission, Place } from '#platform/http/endpoint.ts'
import type { Appeal } from '../api/appeals.ts'
import { letIn } from '../grading/rights.ts'
import { type AppealRow, findAppeal } from '../store/appeals.ts'
import { getAppealRow } from './matter.ts'
import { type Question, questionOf } from './question.ts'
import { type Reader, tellAppeal } from './tell.ts'

type Asked = { appeal: string }
type Found = { row: AppealRow; question: Question }

async function find(db: Db, id: string): Promise<Found> {
  const row = await getAppealRow(db, id)
  return { row, question: await questionOf(db, row) }
}

/** At the unit that keeps the round or the grading. */
export const atKeeper = (may: Permission) => ({
  may,
  at: async (db: Db, { appeal }: Asked): Promise<Place> => ({
    unit: (await find(db, appeal)).question.keeper.id,
  }),
})
/** Above the subject. */
export const aboveSubject = {
  may: 'appeal.decide' as const,
  at: async (db: Db, { appeal }: Asked): Promise<Place> => (await find(db, appeal)).question.decideAt,
}

const isOwn = async (db: Db, actor: Actor, { grade }: Question): Promise<boolean> =>
  grade?.personId != null && (await isOwnPerson(db, actor, grade.personId))

/** Whoever is the subject, or files for its unit. */
async function speaksFor(db: Db, { row, question }: Found, { actor, today }: Reader): Promise<boolean> {
  if (question.grade?.personId != null) return isOwn(db, actor, question)
  return actor.may(db, 'appeal.file', { unit: row.unitId }, today)
}

/** Scores are read by who reads them at the unit, grades by who reads those; by the subject and the owner always. */
async function mayRead(db: Db, found: Found, reader: Reader): Promise<boolean> {
  const { row, question } = found
  const right = question.grade ? 'grade.read' : 'score.read'
  if (await reader.actor.may(db, right, { unit: row.unitId }, reader.today)) return true
  if (row.ownerId !== null && row.ownerId === reader.actor.id) return true
  return isOwn(db, reader.actor, question)
}

/** @throws auth.forbidden; appeal.notFound to who reads everything */
export const letRead = (db: Db, id: string, reader: Reader): Promise<Found> =>
  letIn(
    db,
    reader,
    () => find(db, id),
    (found) => mayRead(db, found, reader),
  )
/** @throws auth.forbidden; appeal.notFound to who reads everything */
export const letSpeak = (db: Db, id: string, reader: Reader): Promise<Found> =>
  letIn(
    db,
    reader,
    () => find(db, id),
    (found) => speaksFor(db, found, reader),
  )

/** Whoever asks, and whom they act for. */
export async function whoIs(db: Db, { id, name, onBehalfOf }: Actor) {
  const actedFor = onBehalfOf === null ? undefined : await findAccount(db, onBehalfOf)
  return [
    ...(id === null ? [] : [{ id, username: name }]),
    ...(actedFor ? [{ id: actedFor.id, username: actedFor.username }] : []),
  ]
}

async function mayOf(db: Db, found: Found, reader: Reader): Promise<Appeal['may']> {
  const { row, question } = found
  if (row.state !== 'filed' && row.state !== 'assigned') return []
  const { actor, today } = reader
  const may: Appeal['may'] = []
  if (await actor.may(db, 'appeal.assign', { unit: question.keeper.id }, today)) may.push('assign')
  const owns = row.ownerId !== null && row.ownerId === actor.id
  if (owns && (await actor.may(db, 'appeal.decide', question.decideAt, today))) may.push('decide')
  if (await speaksFor(db, found, reader)) may.push('withdraw')
  return may
}

/** With what the reader may do. */
export async function tellTo(db: Db, row: AppealRow, reader: Reader): Promise<Appeal> {
  const found = { row: (await findAppeal(db, row.id))!, question: await questionOf(db, row) }
  return tellAppeal(db, found.row, found.question, reader, await mayOf(db, found, reader))
}
