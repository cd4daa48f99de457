import type { Day } from '#kernel/day.ts'
import { addDays } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'

export type Delegation = { id: number; delegatorId: number; delegateId: number; validFrom: Day; validTo: Day }

const select = (db: Db) =>
  db
    .selectFrom('delegations')
    .select(['id', 'delegator_id as delegatorId', 'delegate_id as delegateId'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])

/** Delegations from or to an account that hold on a day or later. */
export async function listDelegationsOf(db: Db, accountId: number, on: Day): Promise<Delegation[]> {
  return select(db)
    .where((row) => row.or([row('delegator_id', '=', accountId), row('delegate_id', '=', accountId)]))
    .where('valid_to', '>=', on)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
}

export async function findDelegation(db: Db, id: number): Promise<Delegation | undefined> {
  return select(db).where('id', '=', id).executeTakeFirst()
}

/** True when `delegateId` may act for `delegatorId` on a day. */
export async function mayActFor(db: Db, delegateId: number, delegatorId: number, on: Day): Promise<boolean> {
  const found = await select(db)
    .where('delegate_id', '=', delegateId)
    .where('delegator_id', '=', delegatorId)
    .where('valid_from', '<=', on)
    .where('valid_to', '>=', on)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export async function insertDelegation(tx: Tx, delegation: Omit<Delegation, 'id'>): Promise<number> {
  const { delegatorId, delegateId, validFrom, validTo } = delegation
  const { id } = await tx
    .insertInto('delegations')
    .values({ delegator_id: delegatorId, delegate_id: delegateId, valid_from: validFrom, valid_to: validTo })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends a delegation from today on; one that has not begun is removed. */
export async function closeDelegation(tx: Tx, id: number, today: Day): Promise<void> {
  await tx.deleteFrom('delegations').where('id', '=', id).where('valid_from', '>=', today).execute()
  await tx
    .updateTable('delegations')
    .set({ valid_to: addDays(today, -1) })
    .where('id', '=', id)
    .where('valid_to', '>=', today)
    .execute()
}
