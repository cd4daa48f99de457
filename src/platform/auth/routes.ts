import { randomBytes } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { accountName } from './accounts.ts'
import * as api from './api.ts'
import { SESSION_COOKIE, sessionCookie } from './cookie.ts'
import { verifyPassword } from './password.ts'
import { SessionProblem } from './problems.ts'
import {
  countAttempt,
  deleteSession,
  findAccount,
  findSession,
  forgetAttempts,
  insertSession,
} from './store.ts'

const SESSION_SECONDS = 12 * 3_600
const TOKEN_BYTES = 32
/** Ten attempts at a name in a quarter of an hour: enough for somebody who forgot, too few for somebody who guesses. */
const MAX_ATTEMPTS = 10
const ATTEMPT_MINUTES = 15

/** What an account may do is another module's business. */
export type StandingOf = (db: Db, accountId: number, today: Day) => Promise<api.Standing>

export const sessionEndpoints = (standingOf: StandingOf): Endpoint[] => [
  write(api.beginSession, {
    access: 'anyone',
    async handle({ tx, input, now, today, http, audit, refuse }) {
      const username = accountName(input.username)
      const since = new Date(now.getTime() - ATTEMPT_MINUTES * 60_000)
      if ((await countAttempt(tx, username, now, since)) > MAX_ATTEMPTS)
        throw SessionProblem.tooManyAttempts({ minutes: ATTEMPT_MINUTES })

      // An unknown name and a wrong password are answered alike, and take alike time.
      const account = await findAccount(tx, username)
      const right = await verifyPassword(account?.passwordHash ?? null, input.password)
      if (!account || !right) return refuse(SessionProblem.refused())

      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1_000)
      await forgetAttempts(tx, username, since)
      await deleteSession(tx, http.cookie(SESSION_COOKIE) ?? '')
      await insertSession(tx, { token, accountId: account.id, now, expiresAt })
      await audit(
        { action: 'session.begin', subject: `account:${username}` },
        { id: account.id, name: username },
      )

      http.answer.setCookie = sessionCookie(token, SESSION_SECONDS, http.secure)
      const { displayName, email } = account
      const standing = await standingOf(tx, account.id, today)
      return { username, displayName, email, ...standing, expiresAt: expiresAt.toISOString() }
    },
  }),

  read(api.showSession, {
    access: 'signed-in',
    async handle({ db, http, now, today }) {
      const session = await findSession(db, http.cookie(SESSION_COOKIE) ?? '', now)
      if (!session) throw AuthProblem.required()
      const { username, displayName, email, accountId, expiresAt } = session
      const standing = await standingOf(db, accountId, today)
      return { username, displayName, email, ...standing, expiresAt: expiresAt.toISOString() }
    },
  }),

  write(api.endSession, {
    access: 'signed-in',
    async handle({ tx, http, actor, audit }) {
      await deleteSession(tx, http.cookie(SESSION_COOKIE) ?? '')
      await audit({ action: 'session.end', subject: `account:${actor.name}` })
      http.answer.setCookie = sessionCookie('', 0, http.secure)
      return undefined
    },
  }),
]
