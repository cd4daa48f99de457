// An outer handle used inside a transaction would wait for ever on the embedded engine's one connection, and would
// silently read and write outside the transaction on a server. Both engines refuse it at once instead.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import type { Tx } from './db.ts'
import { asProblem } from './errors.ts'
import type { Database } from './schema.generated.ts'

const current = new AsyncLocalStorage<{ open: boolean }>()

/** Called by both drivers whenever a connection is asked for. */
export function refuseInsideTransaction(): void {
  if (current.getStore()?.open)
    throw new Error('The database handle was used inside a transaction: use the tx that transact gives')
}

export async function transact<T>(db: Kysely<Database>, work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = { open: true }
  try {
    return await db.transaction().execute((tx) => current.run(transaction, () => work(tx)))
  } catch (error) {
    throw asProblem(error) ?? error
  } finally {
    transaction.open = false
  }
}
