import type { House } from '#platform/db/house.ts'
import { type Actor, type HttpRequest, STRANGER } from '#platform/http/endpoint.ts'
import { SESSION_COOKIE } from './cookie.ts'
import { keepSession } from './keep-session.ts'
import { findSession, type Session } from './store/sessions.ts'

/** Names the account that somebody acts for, in each request. */
export const ACTING_FOR = 'songma-acting-for'

/** Who somebody that is signed in is, and for whom they say they act. What they may do is decided elsewhere. */
export type ActorOf = (session: Session, actingFor: string | undefined, now: Date) => Actor | Promise<Actor>

/** Finds out by the session cookie who is asking. Without one, or when it is over, it is a stranger. */
export const authenticator =
  (house: Pick<House, 'db' | 'transact'>, actorOf: ActorOf) =>
  async (http: HttpRequest, now: Date): Promise<Actor> => {
    const token = http.cookie(SESSION_COOKIE)
    const session = token ? await findSession(house.db, token, now) : undefined
    if (!token || !session) return STRANGER
    await keepSession(house, session, token, http, now)
    return actorOf(session, readName(http.header(ACTING_FOR)), now)
  }

/** Names carry letters that a header may not: they are written as in an address. */
function readName(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  try {
    return decodeURIComponent(header)
  } catch {
    return header
  }
}
