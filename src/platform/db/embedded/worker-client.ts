import { Worker } from 'node:worker_threads'
import type { EmbeddedClient, EmbeddedResult } from './client.ts'
import type { WorkerAnswer, WorkerRequest } from './worker.ts'

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/**
 * Opens (or creates) the embedded database in `folder`, in a worker thread. The caller holds the folder's lock.
 * Throws what the engine said when it cannot be opened; after the thread has died every call throws.
 */
export async function workerClient(folder: string): Promise<EmbeddedClient> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { folder } })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let dead: Error | undefined

  const fail = (error: Error) => {
    dead ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', (error) => fail(new Error('The embedded database stopped', { cause: error })))
  worker.on('exit', () => fail(new Error('The embedded database is closed')))
  worker.on('message', ({ id, result, error }: WorkerAnswer) => {
    const { resolve, reject } = waiting.get(id)!
    waiting.delete(id)
    if (error) reject(Object.assign(new Error(error.message), error))
    else resolve(result)
  })

  const ask = (what: WorkerRequest['do'], sql = '', parameters: readonly unknown[] = [], before?: string) => {
    if (dead) return Promise.reject(dead)
    const id = ++lastId
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, do: what, sql, parameters, before } satisfies WorkerRequest)
    return promise
  }

  try {
    await new Promise((resolve, reject) => waiting.set(0, { resolve, reject }))
  } catch (error) {
    await worker.terminate()
    throw error
  }
  return {
    query: (sql, parameters, before) => ask('query', sql, parameters, before) as Promise<EmbeddedResult>,
    script: (sql) => ask('script', sql) as Promise<unknown[]>,
    async close() {
      if (!dead) await ask('close')
      await worker.terminate()
    },
  }
}
