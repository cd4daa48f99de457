import { randomBytes } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { WriteContext } from '#platform/http/endpoint.ts'
import type { SessionAnswer, Standing } from './api.ts'
import { SESSION_COOKIE, sessionCookie } from './cookie.ts'
import { LIVES } from './rules.ts'
import { deleteSession, insertSession } from './store/sessions.ts'

/** What an account may do is another module's business. */
export type StandingOf = (db: Db, accountId: number, today: Day) => Promise<Standing>

export type Person = {
  id: number
  username: string
  displayName: string | null
  email: string | null
  mustChangePassword: boolean
}
const TOKEN_BYTES = 32
const MAX_AGENT = 300

/** Opens a session for somebody who has shown who they are: a new token always, in the place of the browser's old one. */
export async function beginSessionOf(
  c: Pick<WriteContext<unknown>, 'tx' | 'http' | 'now' | 'today' | 'audit'>,
  person: Person,
  standingOf: StandingOf,
  { keep = false, by }: { keep?: boolean | undefined; by: 'password' | 'passkey' | 'outside' },
): Promise<SessionAnswer> {
  const { tx, http, now } = c
  const { seconds, idleSeconds } = LIVES[keep ? 'kept' : 'day']
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = new Date(now.getTime() + seconds * 1_000)
  await deleteSession(tx, http.cookie(SESSION_COOKIE) ?? '', now)
  const agent = (http.header('user-agent') ?? '').slice(0, MAX_AGENT)
  await insertSession(tx, {
    token,
    accountId: person.id,
    now,
    expiresAt,
    idleSeconds,
    address: http.address,
    agent,
  })
  await c.audit(
    { action: 'session.begin', subject: `account:${person.username}`, details: { by } },
    { id: person.id, name: person.username },
  )
  http.answer.setCookie = sessionCookie(token, seconds, http.secure)
  const standing = await standingOf(tx, person.id, c.today)
  return sessionAnswer(person, standing, expiresAt)
}

export const sessionAnswer = (
  { username, displayName, email, mustChangePassword }: Omit<Person, 'id'>,
  standing: Standing,
  expiresAt: Date,
  actingFor: string | null = null,
): SessionAnswer => ({
  username,
  displayName,
  email,
  actingFor,
  mustChangePassword,
  ...(mustChangePassword ? { grants: [], permissions: [] } : standing),
  expiresAt: expiresAt.toISOString(),
})
