import type { Db } from '#platform/db/db.ts'
import { type Actor, type HttpRequest, STRANGER } from '#platform/http/endpoint.ts'
import { SESSION_COOKIE } from './cookie.ts'
import { findSession, type Session } from './store.ts'

/**
 * Finds out by the session cookie who is asking. Without one, or when it is over, it is a stranger.
 *
 * @param actorOf what somebody who is signed in may do is decided elsewhere.
 */
export const authenticator =
  (db: Db, actorOf: (session: Session) => Actor) =>
  async (http: HttpRequest, now: Date): Promise<Actor> => {
    const token = http.cookie(SESSION_COOKIE)
    const session = token ? await findSession(db, token, now) : undefined
    return session ? actorOf(session) : STRANGER
  }
