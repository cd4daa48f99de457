import type { Db, Tx } from '#platform/db/db.ts'
import { onConstraint } from '#platform/db/errors.ts'
import { AccountProblem } from '../problems.ts'
import { soughtBy } from './people.ts'

onConstraint('accounts_username_key', () => AccountProblem.taken())

export async function insertAccount(
  tx: Tx,
  account: { username: string; displayName?: string | null; passwordHash: string; now: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('accounts')
    .values({
      username: account.username,
      display_name: account.displayName ?? null,
      sought: soughtBy(account.username, account.displayName ?? null),
      password_hash: account.passwordHash,
      created_at: account.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The account that may sign in under this name; disabled ones may not. */
export async function findAccount(db: Db, username: string) {
  return selectPeople(db)
    .select('password_hash as passwordHash')
    .where('username', '=', username)
    .executeTakeFirst()
}

/** The person behind an account that may sign in. */
export async function findPerson(db: Db, id: number) {
  return selectPeople(db).where('id', '=', id).executeTakeFirst()
}

const selectPeople = (db: Db) =>
  db
    .selectFrom('accounts')
    .select(['id', 'username', 'display_name as displayName', 'email'])
    .select('must_change_password as mustChangePassword')
    .where('disabled_at', 'is', null)

/** @param mustChange whether somebody else knows it, so that the person chooses another at the next sign-in. */
export async function setPassword(tx: Tx, id: number, hash: string, mustChange: boolean): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ password_hash: hash, must_change_password: mustChange })
    .where('id', '=', id)
    .execute()
}

/** Sets where mail goes; answers where it went before. */
export async function setEmail(tx: Tx, id: number, email: string | null): Promise<string | null> {
  const before = await tx
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await tx.updateTable('accounts').set({ email }).where('id', '=', id).execute()
  return before.email
}
