// Every HTTP entry is an Endpoint value. The wrapper (run.ts) does, in this order and for all of them: who are you,
// is the input well-formed, may you do this there, was it done before under this key, run the handler (a write in
// one transaction), and check that a write left an audit entry.

import type { Contract } from '#kernel/contract.ts'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'

/** `noun.verb`. The same word names the audit action, the job topic and the i18n key. */
export type Permission = `${string}.${string}`

/** Where a permission must be held: at a unit (and so in its subtree), at every root, or at any unit at all. */
export type Place = { unit: number } | 'everywhere' | 'somewhere'

/** Whoever makes a request. `id` is null for a stranger and for the operator at the command line. */
export type Actor = {
  id: number | null
  name: string
  /** Reads the tree and the grants of `today`; an ended unit is judged by the tree of its last day. */
  may(db: Db, permission: Permission, place: Place, today: Day): Promise<boolean>
}
/** A visitor who has not signed in is an actor too, one who may do nothing. */
export const STRANGER: Actor = { id: null, name: '', may: async () => false }
/** Whoever runs a command on the machine that holds the data may do everything. */
export const OPERATOR: Actor = { id: null, name: 'songma', may: async () => true }

export type Access<I> = 'anyone' | { may: Permission; at: (db: Db, input: I) => Promise<Place> }
export type AuditEntry = { action: Permission; subject: string; unitId?: number; details?: object }

export type Request<I> = { input: I; now: Date; today: Day; lang: Lang; actor: Actor; http: HttpRequest }
export type ReadContext<I> = Request<I> & { db: Db }
export type WriteContext<I> = Request<I> & { tx: Tx; audit(entry: AuditEntry): Promise<void> }

/** What a few handlers need of HTTP itself: conditional writes, raw bodies, cookies, entity tags. */
export type HttpRequest = {
  header(name: string): string | undefined
  body(): ReadableStream<Uint8Array> | null
  cookie(name: string): string | undefined
  answer: { etag?: string; setCookie?: string; status?: number }
}

type Common<I, O> = {
  contract: Contract<I, O>
  access: Access<I>
  /** `required`: refused without Idempotency-Key. `raw`: the body is left as a stream for the handler. */
  idempotency?: 'required'
  body?: 'raw'
}
export type ReadEndpoint<I, O> = Common<I, O> & { kind: 'read'; handle(c: ReadContext<I>): Promise<O> }
export type WriteEndpoint<I, O> = Common<I, O> & { kind: 'write'; handle(c: WriteContext<I>): Promise<O> }
// biome-ignore lint/suspicious/noExplicitAny: a list of endpoints holds all inputs and outputs
export type Endpoint<I = any, O = any> = ReadEndpoint<I, O> | WriteEndpoint<I, O>

export const read = <I, O>(
  contract: Contract<I, O>,
  rest: Omit<ReadEndpoint<NoInfer<I>, NoInfer<O>>, 'contract' | 'kind'>,
): Endpoint<I, O> => ({ kind: 'read', contract, ...rest })

export const write = <I, O>(
  contract: Contract<I, O>,
  rest: Omit<WriteEndpoint<NoInfer<I>, NoInfer<O>>, 'contract' | 'kind'>,
): Endpoint<I, O> => ({ kind: 'write', contract, ...rest })
