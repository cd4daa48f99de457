// Where the rights about an appeal must be held, and what its reader may do.

import { findAccount } from '#platform/auth/store/accounts.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission, Place } from '#platform/http/endpoint.ts'
import type { Appeal } from '../api/appeals.ts'
import { getRound } from '../scoring/ground.ts'
import type { AppealRow } from '../store/appeals.ts'
import { getAppealRow, matterOf, placeToDecide } from './matter.ts'
import { type Reader, tellAppeal } from './tell.ts'

type Asked = { appeal: string }
/** At the unit that appeals, at the one that keeps the round, or above the subject. */
export const atUnit = (may: Permission) => ({
  may,
  at: async (db: Db, { appeal }: Asked): Promise<Place> => ({
    unit: (await getAppealRow(db, appeal)).unitId,
  }),
})
export const atKeeper = (may: Permission) => ({
  may,
  at: async (db: Db, { appeal }: Asked): Promise<Place> => ({ unit: await keeperOf(db, appeal) }),
})
const keeperOf = async (db: Db, appeal: string) =>
  (await getRound(db, String((await getAppealRow(db, appeal)).roundId))).keeperId
export const aboveSubject = {
  may: 'appeal.decide' as const,
  at: async (db: Db, { appeal }: Asked): Promise<Place> =>
    placeToDecide(db, await matterOf(db, await getAppealRow(db, appeal))),
}

/** Whoever asks, and whom they act for. */
export async function whoIs(db: Db, { id, name, onBehalfOf }: Actor) {
  const actedFor = onBehalfOf === null ? undefined : await findAccount(db, onBehalfOf)
  return [
    ...(id === null ? [] : [{ id, username: name }]),
    ...(actedFor ? [{ id: actedFor.id, username: actedFor.username }] : []),
  ]
}

async function mayOf(db: Db, row: AppealRow, { actor, today }: Reader): Promise<Appeal['may']> {
  if (row.state !== 'filed' && row.state !== 'assigned') return []
  const may: Appeal['may'] = []
  const matter = await matterOf(db, row)
  const at = (permission: Permission, place: Place) => actor.may(db, permission, place, today)
  if (await at('appeal.assign', { unit: matter.ground.round.keeperId })) may.push('assign')
  if (row.ownerId === actor.id && (await at('appeal.decide', await placeToDecide(db, matter))))
    may.push('decide')
  if (await at('appeal.file', { unit: row.unitId })) may.push('withdraw')
  return may
}

/** With what the reader may do. */
export const tellTo = async (db: Db, row: AppealRow, reader: Reader) =>
  tellAppeal(db, row, reader, await mayOf(db, row, reader))
