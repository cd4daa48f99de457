import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import { onConstraint } from '#platform/db/errors.ts'
import { AccountProblem } from './problems.ts'

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
      password_hash: account.passwordHash,
      created_at: account.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The account that may sign in under this name; disabled ones may not. */
export async function findAccount(db: Db, username: string) {
  return db
    .selectFrom('accounts')
    .select(['id', 'username', 'display_name as displayName', 'email', 'password_hash as passwordHash'])
    .where('username', '=', username)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Adds a session, and forgets those that are over. */
export async function insertSession(
  tx: Tx,
  session: { token: string; accountId: number; now: Date; expiresAt: Date },
): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<=', session.now).execute()
  await tx
    .insertInto('sessions')
    .values({
      token_hash: sha256(session.token),
      account_id: session.accountId,
      created_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

export type Session = {
  accountId: number
  username: string
  displayName: string | null
  email: string | null
  expiresAt: Date
}

/** The session of a token, unless it is over or its account has been disabled. */
export async function findSession(db: Db, token: string, now: Date): Promise<Session | undefined> {
  return db
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .select([
      's.account_id as accountId',
      'a.username',
      'a.display_name as displayName',
      'a.email',
      's.expires_at as expiresAt',
    ])
    .where('s.token_hash', '=', sha256(token))
    .where('s.expires_at', '>', now)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
}

export async function deleteSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', sha256(token)).execute()
}

/**
 * Counts one more attempt at a name and answers how many there were since `since`; an older count starts again at 1.
 * Attempts at one name wait for each other here, so that many at once are counted like one after the other.
 */
export async function countAttempt(tx: Tx, username: string, now: Date, since: Date): Promise<number> {
  const { attempts } = await tx
    .insertInto('sign_in_attempts')
    .values({ name_hash: sha256(username), attempts: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('name_hash').doUpdateSet((row) => ({
        attempts: sql<number>`case when ${row.ref('sign_in_attempts.since')} < ${since} then 1
                              else ${row.ref('sign_in_attempts.attempts')} + 1 end`,
        since: sql<Date>`case when ${row.ref('sign_in_attempts.since')} < ${since} then ${now}
                         else ${row.ref('sign_in_attempts.since')} end`,
      })),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return attempts
}

/** Forgets the attempts at a name, and all that lie before `since`. */
export async function forgetAttempts(tx: Tx, username: string, since: Date): Promise<void> {
  await tx
    .deleteFrom('sign_in_attempts')
    .where((row) => row.or([row('name_hash', '=', sha256(username)), row('since', '<', since)]))
    .execute()
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
