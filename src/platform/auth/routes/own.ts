import { randomBytes } from 'node:crypto'
import { type Endpoint, read, type WriteContext, write } from '#platform/http/endpoint.ts'
import { checkedPassword } from '../accounts.ts'
import * as api from '../api.ts'
import { SESSION_COOKIE, sessionCookie } from '../cookie.ts'
import { hashPassword } from '../password.ts'
import { SessionProblem } from '../problems.ts'
import { provePassword } from '../prove-password.ts'
import { setEmail, setPassword } from '../store/accounts.ts'
import {
  deleteSessionOf,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessions,
} from '../store/sessions.ts'

/** A person's own sessions, password and address: always of whoever is signed in, for whomever they act. */
export const ownEndpoints: Endpoint[] = [
  read(api.listOwnSessions, {
    access: 'signed-in',
    async handle({ db, actor, http, now }) {
      const present = await findSession(db, http.cookie(SESSION_COOKIE) ?? '', now)
      const sessions = await listSessions(db, actor.id!, now)
      return {
        sessions: sessions.map(({ beganAt, seenAt, expiresAt, idleSeconds: _, ...session }) => ({
          ...session,
          isThis: session.id === present?.id,
          beganAt: beganAt.toISOString(),
          seenAt: seenAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        })),
      }
    },
  }),

  write(api.endOwnSession, {
    access: 'signed-in',
    idempotency: 'required',
    async handle({ tx, input, actor, audit }) {
      if (!(await deleteSessionOf(tx, actor.id!, input.id))) throw SessionProblem.notFound()
      await audit({ action: 'session.end', subject: `account:${actor.name}`, details: { session: input.id } })
      return undefined
    },
  }),

  write(api.endOwnSessions, {
    access: 'signed-in',
    idempotency: 'required',
    async handle({ tx, actor, http, audit }) {
      const ended = await deleteSessionsOf(tx, actor.id!)
      await audit({ action: 'session.endAll', subject: `account:${actor.name}`, details: { ended } })
      http.answer.setCookie = sessionCookie('', 0, http.secure)
      return { ended }
    },
  }),

  write(api.changeOwnPassword, {
    access: 'signed-in',
    idempotency: 'never',
    async handle(c) {
      const account = await provePassword(c, c.input.present)
      await setPassword(c.tx, account.id, await hashPassword(checkedPassword(c.input.password)), false)
      await renewSessions(c, account.id)
      await c.audit({ action: 'account.password', subject: `account:${account.username}` })
      return undefined
    },
  }),

  write(api.changeOwnEmail, {
    access: 'signed-in',
    idempotency: 'required',
    async handle({ tx, input, actor, audit }) {
      const before = await setEmail(tx, actor.id!, input.email)
      await audit({
        action: 'account.change',
        subject: `account:${actor.name}`,
        details: { before: { email: before }, after: { email: input.email } },
      })
      return undefined
    },
  }),
]

/** All sessions end but this one, which goes on under a new token: whoever had stolen one is out. */
async function renewSessions({ tx, http, now }: WriteContext<unknown>, accountId: number): Promise<void> {
  const session = await findSession(tx, http.cookie(SESSION_COOKIE) ?? '', now)
  const present = (await listSessions(tx, accountId, now)).find(({ id }) => id === session?.id)
  await deleteSessionsOf(tx, accountId)
  if (!session || !present) return
  const token = randomBytes(32).toString('base64url')
  const { expiresAt, idleSeconds, address, agent } = present
  await insertSession(tx, { token, accountId, now, expiresAt, idleSeconds, address, agent })
  const seconds = Math.floor((expiresAt.getTime() - now.getTime()) / 1_000)
  http.answer.setCookie = sessionCookie(token, seconds, http.secure)
}
