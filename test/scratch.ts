// One database per test process; each test is one transaction in it that is rolled back at the end.

import { after } from 'node:test'
import type { Kysely, KyselyPlugin } from 'kysely'
import type { Tx } from '../src/platform/db/db.ts'
import type { House } from '../src/platform/db/house.ts'
import type { Database } from '../src/platform/db/schema.generated.ts'
import { refuseInsideTransaction, transact } from '../src/platform/db/transact.ts'
import { openTestDatabase } from './database.ts'

/** A house that forgets everything when it is disposed of. */
export type Scratch = House &
  AsyncDisposable & {
    /** How many statements `work` sends. Two measurements with more rows tell whether a list asks once per row. */
    countQueries(work: () => Promise<unknown>): Promise<number>
  }

let opened: Promise<House> | undefined
after(async () => (await opened)?.close())

/** This process's own database, where writes stay: for what needs real transactions beside each other. */
export function keptHouse(): Promise<House> {
  opened ??= openTestDatabase()
  return opened
}

/** Each `transact` is a savepoint in the one transaction, one after the other. One scratch house at a time. */
export async function scratchHouse(): Promise<Scratch> {
  const house = await keptHouse()
  const sent = { count: 0 }
  const counter = onEachQuery(() => {
    sent.count += 1
  })
  const outer = (await house.db.startTransaction().execute()).withPlugin(counter)

  async function inSavepoint<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const inner = await outer.savepoint('request').execute()
    try {
      const result = await work(inner)
      await inner.releaseSavepoint('request').execute()
      return result
    } catch (error) {
      await inner.rollbackToSavepoint('request').execute()
      throw error
    }
  }
  // What `transact` asks of a database, with a savepoint where it expects a transaction.
  const savepoints = { transaction: () => ({ execute: inSavepoint }) } as unknown as Kysely<Database>
  let last: Promise<unknown> = Promise.resolve()

  return {
    ...house,
    db: outer.withPlugin(onEachQuery(refuseInsideTransaction)),
    transact(work) {
      const mine = last.then(() => transact(savepoints, work))
      last = mine.catch(() => {})
      return mine
    },
    close: async () => {},
    async countQueries(work) {
      const before = sent.count
      await work()
      return sent.count - before
    },
    async [Symbol.asyncDispose]() {
      await last
      await outer.rollback().execute()
    },
  }
}

const onEachQuery = (hear: () => void): KyselyPlugin => ({
  transformQuery({ node }) {
    hear()
    return node
  },
  transformResult: async ({ result }) => result,
})
