import { createHash, randomBytes } from 'node:crypto'
import type { House } from '#platform/db/house.ts'
import type { HttpRequest } from '#platform/http/endpoint.ts'
import { sessionCookie } from './cookie.ts'
import { isRenewalDue, isTouchDue } from './rules.ts'
import { keepNextToken, promiseToken, type Session, touchSession } from './store/sessions.ts'

/**
 * Keeps a used session alive, and hands out its next token once a day. Old and next token both count until the next
 * one is used: an answer that is lost on the way signs nobody out.
 */
export async function keepSession(
  house: Pick<House, 'transact'>,
  session: Session,
  token: string,
  http: HttpRequest,
  now: Date,
): Promise<void> {
  const { id, seenAt, renewedAt, isNext, expiresAt } = session
  if (isNext || isTouchDue(seenAt, now)) await house.transact((tx) => touchSession(tx, id, now, isNext))
  if (isNext || !isRenewalDue(renewedAt, now)) return
  const next = await house.transact(async (tx) => {
    const salt = await promiseToken(tx, id, randomBytes(32).toString('base64url'))
    const made = createHash('sha256').update(`${token}.${salt}`).digest('base64url')
    await keepNextToken(tx, id, made)
    return made
  })
  const seconds = Math.floor((expiresAt.getTime() - now.getTime()) / 1_000)
  http.answer.setCookie = sessionCookie(next, seconds, http.secure)
}
