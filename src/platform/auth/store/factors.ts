import type { Db, Tx } from '#platform/db/db.ts'
import { sha256 } from './hash.ts'

export type Passkey = {
  id: string
  accountId: number
  name: string
  publicKey: string
  counter: number
  transports: string[]
  createdAt: Date
  usedAt: Date | null
}
/** What an account has beside its password. Only a confirmed app counts. */
export type Factors = { hasCodeApp: boolean; recoveryCodes: number; passkeys: Passkey[] }

export async function findFactors(db: Db, accountId: number): Promise<Factors> {
  const app = await findCodeApp(db, accountId)
  const { count } = await db
    .selectFrom('recovery_codes')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  const passkeys = await selectPasskeys(db)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  return {
    hasCodeApp: app?.confirmedAt != null,
    recoveryCodes: Number(count),
    passkeys: passkeys as Passkey[],
  }
}

export async function findCodeApp(db: Db, accountId: number) {
  return db
    .selectFrom('code_apps')
    .select(['secret', 'confirmed_at as confirmedAt', 'last_step as lastStep'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** Keeps a secret to be confirmed, in the place of one that never was. False when there is a confirmed one. */
export async function offerCodeApp(tx: Tx, accountId: number, secret: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('code_apps')
    .values({ account_id: accountId, secret })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet({ secret }).where('code_apps.confirmed_at', 'is', null),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function confirmCodeApp(tx: Tx, accountId: number, now: Date): Promise<void> {
  await tx.updateTable('code_apps').set({ confirmed_at: now }).where('account_id', '=', accountId).execute()
}

/** Takes the code of a step of 30 seconds; false when it, or a later one, was taken before. */
export async function takeStep(tx: Tx, accountId: number, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('code_apps')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteCodeApp(tx: Tx, accountId: number): Promise<void> {
  await tx.deleteFrom('code_apps').where('account_id', '=', accountId).execute()
}

/** Replaces an account's recovery codes; without any, it has none. */
export async function setRecoveryCodes(tx: Tx, accountId: number, codes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
  if (codes.length === 0) return
  const rows = codes.map((code) => ({ code_hash: sha256(code), account_id: accountId }))
  await tx.insertInto('recovery_codes').values(rows).execute()
}

/** Takes a recovery code, for good. */
export async function takeRecoveryCode(tx: Tx, accountId: number, code: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('recovery_codes')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', sha256(code))
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function findPasskey(db: Db, id: string): Promise<Passkey | undefined> {
  return (await selectPasskeys(db).where('credential', '=', id).executeTakeFirst()) as Passkey | undefined
}

export async function insertPasskey(tx: Tx, passkey: Omit<Passkey, 'usedAt'>): Promise<void> {
  const { id, accountId, name, publicKey, counter, transports, createdAt } = passkey
  await tx
    .insertInto('passkeys')
    .values({
      credential: id,
      account_id: accountId,
      name,
      public_key: publicKey,
      counter,
      transports: JSON.stringify(transports),
      created_at: createdAt,
    })
    .execute()
}

export async function notePasskeyUse(tx: Tx, id: string, counter: number, now: Date): Promise<void> {
  await tx.updateTable('passkeys').set({ counter, used_at: now }).where('credential', '=', id).execute()
}

export async function deletePasskey(tx: Tx, accountId: number, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkeys')
    .where('account_id', '=', accountId)
    .where('credential', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

const selectPasskeys = (db: Db) =>
  db
    .selectFrom('passkeys')
    .select(['credential as id', 'account_id as accountId', 'name', 'public_key as publicKey', 'counter'])
    .select(['transports', 'created_at as createdAt', 'used_at as usedAt'])
