import type { Db, Tx } from '#platform/db/db.ts'

/** The account, disabled or not, of whoever another service names so. */
export async function findOutsideAccount(
  db: Db,
  issuer: string,
  subject: string,
): Promise<number | undefined> {
  const found = await db
    .selectFrom('outside_identities')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return found?.account_id
}

export async function insertOutsideIdentity(
  tx: Tx,
  identity: { issuer: string; subject: string; accountId: number },
): Promise<void> {
  const { issuer, subject, accountId } = identity
  await tx.insertInto('outside_identities').values({ issuer, subject, account_id: accountId }).execute()
}
