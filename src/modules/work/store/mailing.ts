import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { StoredNotice } from './notices.ts'

/** Accounts that have fresh notices waiting for this kind of mail, some at a time. */
export async function listAwaiting(
  db: Db,
  mail: 'now' | 'digest',
  { since, after, limit }: { since: Date; after: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('notices')
    .select('account_id')
    .distinct()
    .where('mail', '=', mail)
    .where('at', '>=', since)
    .where('account_id', '>', after)
    .orderBy('account_id')
    .limit(limit)
    .execute()
  return rows.map(({ account_id }) => account_id)
}

/**
 * Takes what waits for one account's mail: nobody else will put it into another. What has been read meanwhile is let
 * go, for it is no news.
 */
export async function takeForMail(
  tx: Tx,
  accountId: number,
  mail: 'now' | 'digest',
  since: Date,
): Promise<StoredNotice[]> {
  const { rows } = await sql<StoredNotice & { fresh: boolean }>`
    update notices set mail = 'done'
     where account_id = ${accountId} and mail = ${mail}
    returning id, account_id as "accountId", kind, thing, form, period, duty_id as "dutyId",
              occurrence_id as "occurrenceId", step, judged_id as "judgedId",
              judged_name as "judgedName", keeper_code as "keeperCode", unit_id as "unitId", units, version,
              by_name as "by", reason, due_on as "dueOn", at, read_at as "readAt",
              at >= ${since}::timestamptz and read_at is null as fresh`.execute(tx)
  return rows.filter(({ fresh }) => fresh).sort((a, b) => a.id - b.id)
}
