import type { BlockList } from 'node:net'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Actor, HttpRequest } from './endpoint.ts'

/** What the application needs from its surroundings; tests give their own clock. */
export type Deps = {
  db: Db
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  now(): Date
  /** Who is asking; STRANGER when nobody is known. */
  authenticate(http: HttpRequest, now: Date): Promise<Actor>
  /** Proxies whose word about where a request comes from is taken; without it none. */
  trustedProxies?: BlockList | undefined
  /** One unexpected error, for whoever runs the server. */
  log(text: string): void
  /** Checks every answer against its contract. For tests: it costs time. */
  checkAnswers?: boolean
}
