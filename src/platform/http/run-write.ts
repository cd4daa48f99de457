import { createHash } from 'node:crypto'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import { answerWith, type Sent } from './answer.ts'
import type { Deps } from './deps.ts'
import type { Request, WriteEndpoint } from './endpoint.ts'
import type { Problem } from './problem.ts'
import { IdempotencyProblem } from './problems.ts'
import { claimKey, type IdempotencyKey, keepAnswer, releaseKey } from './store.ts'

// biome-ignore lint/suspicious/noExplicitAny: as in a list of endpoints
type AnyWrite = WriteEndpoint<any, any, any>

/**
 * Runs a write in one transaction: claims the idempotency key or gives its first answer, runs the handler, and keeps
 * the answer. A write that leaves no audit entry is a bug and is rolled back.
 *
 * @param asked all that makes a request the same one: method, address and body.
 */
export async function runWrite(endpoint: AnyWrite, deps: Deps, request: Request<unknown>, asked: string) {
  const key = readKey(endpoint, request, asked)
  const received: unknown = await endpoint.receive?.(request)
  try {
    const outcome = await deps.transact(
      async (tx) =>
        (key && (await claimKey(tx, key, request.now))) ??
        (await runHandler(endpoint, deps, request, received, tx, key)),
    )
    if (outcome instanceof Refused) throw outcome.problem
    return outcome
  } catch (error) {
    if (error instanceof Discarded) return error.answer
    throw error
  } finally {
    await (received as Partial<AsyncDisposable> | undefined)?.[Symbol.asyncDispose]?.()
  }
}

async function runHandler(
  endpoint: AnyWrite,
  deps: Deps,
  request: Request<unknown>,
  received: unknown,
  tx: Tx,
  key: IdempotencyKey | undefined,
): Promise<Sent | Refused> {
  const done = { entries: 0, discarded: false, partial: false }
  const result: unknown = await endpoint
    .handle({
      ...request,
      tx,
      received,
      audit: async (entry, by = request.actor) => {
        await writeAudit(tx, by, request.now, entry)
        done.entries += 1
      },
      discard: () => {
        done.discarded = true
      },
      keepPart: () => {
        done.partial = true
      },
      refuse: (problem) => {
        throw new Refused(problem)
      },
    })
    .catch(keepRefusal)
  if (result instanceof Refused) {
    if (key) await releaseKey(tx, key)
    return result
  }

  const answer = answerWith(deps, endpoint, result, request.http)
  if (done.discarded) throw new Discarded(answer)
  if (done.entries === 0 && !done.partial)
    throw new Error(`${endpoint.contract.path} wrote without an audit entry`)
  if (key) await keepAnswer(tx, key, answer)
  return answer
}

/** Thrown through the transaction, so that it is rolled back although there is an answer. */
class Discarded extends Error {
  readonly answer: Sent
  constructor(answer: Sent) {
    super('discarded')
    this.answer = answer
  }
}

/** Thrown by the handler and caught inside the transaction, so that it is committed although there is a Problem. */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super('refused')
    this.problem = problem
  }
}

function keepRefusal(error: unknown): Refused {
  if (error instanceof Refused) return error
  throw error
}

const KEY_SHAPE = /^[\x21-\x7e]{1,255}$/

/** Keys belong to an account: a stranger's is not looked at, nor one beside a raw body. */
function readKey(
  endpoint: AnyWrite,
  { actor, http }: Request<unknown>,
  asked: string,
): IdempotencyKey | undefined {
  const key = http.header('idempotency-key')
  if (key === undefined && endpoint.idempotency === 'required') throw IdempotencyProblem.missing()
  if (key === undefined || actor.id === null || endpoint.body === 'raw') return undefined
  if (endpoint.idempotency === 'never') return undefined
  if (!KEY_SHAPE.test(key)) throw IdempotencyProblem.malformed()
  return { accountId: actor.id, key, request: createHash('sha256').update(asked).digest('hex') }
}
