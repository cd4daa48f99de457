import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Database } from '#platform/db/schema.generated.ts'
import { sha256 } from './hash.ts'

/** How long a session lives unused, where nothing else is said. */
export const IDLE_SECONDS = 12 * 3_600

/** Adds a session, and forgets those that are over. */
export async function insertSession(
  tx: Tx,
  session: {
    token: string
    accountId: number
    now: Date
    expiresAt: Date
    idleSeconds?: number
    address?: string
    agent?: string
  },
): Promise<void> {
  const { now, idleSeconds = IDLE_SECONDS, address = '', agent = '' } = session
  await tx.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await tx
    .insertInto('sessions')
    .values({
      token_hash: sha256(session.token),
      account_id: session.accountId,
      created_at: now,
      seen_at: now,
      renewed_at: now,
      expires_at: session.expiresAt,
      idle_seconds: idleSeconds,
      address,
      agent,
    })
    .execute()
}

export type Session = {
  id: number
  accountId: number
  username: string
  displayName: string | null
  email: string | null
  mustChangePassword: boolean
  expiresAt: Date
  seenAt: Date
  renewedAt: Date
  /** True when the token is the one that was promised, and not used before. */
  isNext: boolean
}

/** The session of a token, unless it is over, was not used for too long, or its account has been disabled. */
export async function findSession(db: Db, token: string, now: Date): Promise<Session | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('accounts as a', 'a.id', 'sessions.account_id')
    .select(['sessions.id', 'sessions.account_id as accountId'])
    .select(['a.username', 'a.display_name as displayName', 'a.email'])
    .select(['a.must_change_password as mustChangePassword', 'sessions.expires_at as expiresAt'])
    .select(['sessions.seen_at as seenAt', 'sessions.renewed_at as renewedAt'])
    .select(sql<boolean>`coalesce(sessions.next_hash = ${sha256(token)}, false)`.as('isNext'))
    .where((row) => ofToken(row, token, now))
    .where(isAlive(now))
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Notes that a session is used; with `promoted`, its next token takes the place of the present one. */
export async function touchSession(tx: Tx, id: number, now: Date, promoted: boolean): Promise<void> {
  await tx.updateTable('sessions').set({ seen_at: now }).where('id', '=', id).execute()
  if (!promoted) return
  await tx
    .updateTable('sessions')
    .set((row) => ({
      previous_hash: row.ref('token_hash'),
      previous_until: new Date(now.getTime() + 60_000), // requests that are under way still carry it
      token_hash: sql<string>`next_hash`,
      next_hash: null,
      next_salt: null,
      renewed_at: now,
    }))
    .where('id', '=', id)
    .where('next_hash', 'is not', null)
    .execute()
}

/** Keeps the salt of the next token, and answers the one that counts: of two at once, both get the first. */
export async function promiseToken(tx: Tx, id: number, salt: string): Promise<string> {
  const { next_salt } = await tx
    .updateTable('sessions')
    .set({ next_salt: sql<string>`coalesce(next_salt, ${salt})` })
    .where('id', '=', id)
    .returning('next_salt')
    .executeTakeFirstOrThrow()
  return next_salt!
}

export async function keepNextToken(tx: Tx, id: number, token: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ next_hash: sha256(token) })
    .where('id', '=', id)
    .execute()
}

/** An account's sessions, the last used first. */
export async function listSessions(db: Db, accountId: number, now: Date) {
  return db
    .selectFrom('sessions')
    .select(['id', 'created_at as beganAt', 'seen_at as seenAt', 'expires_at as expiresAt'])
    .select(['address', 'agent', 'idle_seconds as idleSeconds'])
    .where('account_id', '=', accountId)
    .where(isAlive(now))
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function deleteSession(tx: Tx, token: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where((row) => ofToken(row, token, now))
    .execute()
}

/** Ends one session of an account; false when it has none of this id. */
export async function deleteSessionOf(tx: Tx, accountId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Signs an account out everywhere. Returns how many sessions that were. */
export async function deleteSessionsOf(tx: Tx, accountId: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

const ofToken = (row: ExpressionBuilder<Database, 'sessions'>, token: string, now: Date) =>
  row.or([
    row('sessions.token_hash', '=', sha256(token)),
    row('sessions.next_hash', '=', sha256(token)),
    row('sessions.previous_hash', '=', sha256(token)).and('sessions.previous_until', '>', now),
  ])

const isAlive = (now: Date) => sql<boolean>`sessions.expires_at > ${now}
  and sessions.seen_at + make_interval(secs => sessions.idle_seconds) > ${now}`
