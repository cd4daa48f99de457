// Every HTTP entry is an Endpoint value. The wrapper (run.ts) does, in this order and for all of them: who are you,
// is the input well-formed, may you do this there, was it done before under this key, run the handler (a write in
// one transaction), and check that a write left an audit entry.

import type { Contract } from '#kernel/contract.ts'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { Problem } from './problem.ts'

/** `noun.verb`. The same word names the audit action, the job topic and the i18n key. */
export type Permission = `${string}.${string}`

/**
 * Where a permission must be held: at a unit (and so in its subtree), at every root, or at any unit at all. `field`
 * names the field of work it is about (`agriculture`), for people who are let into some fields only.
 */
export type Place = { unit: number; field?: string } | 'everywhere' | 'somewhere'

/** Whoever makes a request. `id` is null for a stranger and for the operator at the command line. */
export type Actor = {
  id: number | null
  name: string
  /** The account whose permissions are used, when somebody acts for another by a delegation; else null. */
  onBehalfOf: string | null
  /** Reads the tree and the grants of `today`; an ended unit is judged by the tree of its last day. */
  may(db: Db, permission: Permission, place: Place, today: Day): Promise<boolean>
}
/** A visitor who has not signed in is an actor too, one who may do nothing. */
export const STRANGER: Actor = { id: null, name: '', onBehalfOf: null, may: async () => false }
/** Whoever runs a command on the machine that holds the data may do everything. */
export const OPERATOR: Actor = { id: null, name: 'songma', onBehalfOf: null, may: async () => true }

/**
 * Who may call an endpoint. `at` answers where the permission must be held; when it throws (the thing asked for is
 * not there), only who holds the permission everywhere is told so: everybody else gets `auth.forbidden`, so that
 * nobody learns what exists. For things that are public knowledge let `at` answer 'somewhere' and the handler throw.
 */
export type Access<I> = 'anyone' | 'signed-in' | { may: Permission; at: (db: Db, input: I) => Promise<Place> }

/** Whoever an audit entry is about: without `onBehalfOf` they did it for themselves. */
export type Doer = Pick<Actor, 'id' | 'name'> & Partial<Pick<Actor, 'onBehalfOf'>>

/** What an audit entry says beside who and when. `details` hold what was before and after. */
export type AuditEntry = { action: Permission; subject: string; unitId?: number; details?: object }

export type Request<I> = { input: I; now: Date; today: Day; lang: Lang; actor: Actor; http: HttpRequest }
export type ReadContext<I> = Request<I> & {
  db: Db
  /** Logs that somebody read what is personal, in a transaction of its own, before they see it. */
  audit(entry: AuditEntry): Promise<void>
}
export type WriteContext<I, R = undefined> = Request<I> & {
  tx: Tx
  /** What `receive` gave. */
  received: R
  /** @param by who did it, where signing in has only just told. */
  audit(entry: AuditEntry, by?: Doer): Promise<void>
  /** Nothing is kept, the answer is given all the same: a dry run, a refused file, a save that changes nothing. */
  discard(): void
  /** Keeps a part of something whose whole is in the audit log once it is complete: a piece of a file. */
  keepPart(): void
  /** Answers with a Problem and yet keeps what was written, without an audit entry: a wrong password is counted. */
  refuse(problem: Problem): never
}

/** What a few handlers need of HTTP itself: conditional writes, raw bodies, cookies, entity tags. */
export type HttpRequest = {
  header(name: string): string | undefined
  body(): ReadableStream<Uint8Array> | null
  cookie(name: string): string | undefined
  /** Where it comes from: an IP address, '' when unknown. */
  address: string
  /** True behind https, also when a proxy ends it. */
  secure: boolean
  answer: { etag?: string; setCookie?: string; status?: 200 | 201 | 202 | 422 }
}

type Common<I, O> = { contract: Contract<I, O>; access: Access<I> }
export type ReadEndpoint<I, O> = Common<I, O> & { kind: 'read'; handle(c: ReadContext<I>): Promise<O> }
export type WriteEndpoint<I, O, R = undefined> = Common<I, O> & {
  kind: 'write'
  /** `required`: refused without Idempotency-Key. `never`: the answer holds a secret, so it is not kept for a retry. */
  idempotency?: 'required' | 'never'
  /** `raw`: the body is left as a stream, of any length, and keys are ignored: the handler knows a double by content. */
  body?: 'raw'
  /**
   * Takes what is slow to come (a raw body) before the transaction is opened, so that nobody waits for a slow
   * sender. An AsyncDisposable is disposed of after the answer.
   */
  receive?(c: Request<I>): Promise<R>
  handle(c: WriteContext<I, R>): Promise<O>
}
// biome-ignore lint/suspicious/noExplicitAny: a list of endpoints holds all inputs and outputs
export type Endpoint<I = any, O = any, R = any> = ReadEndpoint<I, O> | WriteEndpoint<I, O, R>

export const read = <I, O>(
  contract: Contract<I, O>,
  rest: Omit<ReadEndpoint<NoInfer<I>, NoInfer<O>>, 'contract' | 'kind'>,
): Endpoint<I, O> => ({ kind: 'read', contract, ...rest })

export const write = <I, O, R = undefined>(
  contract: Contract<I, O>,
  rest: Omit<WriteEndpoint<NoInfer<I>, NoInfer<O>, R>, 'contract' | 'kind'>,
): Endpoint<I, O, R> => ({ kind: 'write', contract, ...rest })
