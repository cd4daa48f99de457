import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { accountName } from '../accounts.ts'
import * as api from '../api.ts'
import { beginSessionOf, type StandingOf, sessionAnswer } from '../begin-session.ts'
import { SESSION_COOKIE, sessionCookie } from '../cookie.ts'
import { askToUse, takeAsked } from '../passkeys.ts'
import { verifyPassword } from '../password.ts'
import { SessionProblem } from '../problems.ts'
import { judgeSecondFactor } from '../second-factor.ts'
import { findAccount, findPerson } from '../store/accounts.ts'
import { deleteSession, findSession } from '../store/sessions.ts'
import { countGuess, forgetGuesses } from '../throttle.ts'

export const sessionEndpoints = (standingOf: StandingOf, publicUrl: string): Endpoint[] => [
  write(api.beginSession, {
    access: 'anyone',
    async handle(c) {
      const { tx, input, now, http } = c
      const username = accountName(input.username)
      await countGuess(tx, { username, http, now })

      // An unknown name and a wrong password are answered alike, and take alike time.
      const account = await findAccount(tx, username)
      const isRight = await verifyPassword(account?.passwordHash ?? null, input.password)
      if (!account || !isRight) return c.refuse(SessionProblem.refused())
      const missing = await judgeSecondFactor(c, publicUrl, account, input)
      if (missing) return c.refuse(missing)
      await forgetGuesses(tx, { username, http, now })
      return beginSessionOf(c, account, standingOf, { keep: input.keep, by: 'password' })
    },
  }),

  write(api.challengePasskey, {
    access: 'anyone',
    async handle({ tx, http, now, keepPart }) {
      keepPart()
      return askToUse(tx, { publicUrl, http }, [], now)
    },
  }),

  write(api.beginSessionByPasskey, {
    access: 'anyone',
    async handle(c) {
      const passkey = await takeAsked(c.tx, { publicUrl, http: c.http }, null, c.input.passkey, c.now)
      const person = passkey && (await findPerson(c.tx, passkey.accountId))
      if (!person) return c.refuse(SessionProblem.passkeyRefused())
      return beginSessionOf(c, person, standingOf, { keep: c.input.keep, by: 'passkey' })
    },
  }),

  read(api.showSession, {
    access: 'signed-in',
    async handle({ db, http, now, today, actor }) {
      const session = await findSession(db, http.cookie(SESSION_COOKIE) ?? '', now)
      if (!session) throw AuthProblem.required()
      const actedFor = actor.onBehalfOf === null ? undefined : await findAccount(db, actor.onBehalfOf)
      const standing = await standingOf(db, actedFor?.id ?? session.accountId, today)
      return sessionAnswer(session, standing, session.expiresAt, actor.onBehalfOf)
    },
  }),

  write(api.endSession, {
    access: 'signed-in',
    async handle({ tx, http, now, actor, audit }) {
      await deleteSession(tx, http.cookie(SESSION_COOKIE) ?? '', now)
      await audit({ action: 'session.end', subject: `account:${actor.name}` })
      http.answer.setCookie = sessionCookie('', 0, http.secure)
      return undefined
    },
  }),
]
