import type { Tx } from '#platform/db/db.ts'
import { IdempotencyProblem } from './problems.ts'

/** What a write answers: kept as its text, so that the second answer is the first one to the byte. */
export type Answer = { status: number; body: string; etag?: string }
/** One account's key, and what was asked under it: the sha-256 of method, path, query and body. */
export type IdempotencyKey = { accountId: number; key: string; request: string }

/**
 * Claims a key for this transaction, or gives the answer that was given under it. The primary key decides: of two at
 * the same time the second waits here until the first is committed or rolled back.
 *
 * @throws idempotency.conflict when the key was used for something else.
 */
export async function claimKey(tx: Tx, key: IdempotencyKey, now: Date): Promise<Answer | undefined> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('idempotency_keys')
    .values({ account_id: key.accountId, key: key.key, request: key.request, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return undefined

  const first = await tx
    .selectFrom('idempotency_keys')
    .select(['request', 'answer'])
    .where('account_id', '=', key.accountId)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow()
  if (first.request !== key.request) throw IdempotencyProblem.conflict()
  return first.answer as Answer
}

export async function keepAnswer(tx: Tx, key: IdempotencyKey, answer: Answer): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ answer: JSON.stringify(answer) })
    .where('account_id', '=', key.accountId)
    .where('key', '=', key.key)
    .execute()
}

/** Lets a key go that came to no answer, although its transaction is kept. */
export async function releaseKey(tx: Tx, key: IdempotencyKey): Promise<void> {
  await tx
    .deleteFrom('idempotency_keys')
    .where('account_id', '=', key.accountId)
    .where('key', '=', key.key)
    .execute()
}

/** Forgets keys older than `before`: nobody retries that late. Returns how many. */
export async function forgetKeys(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
