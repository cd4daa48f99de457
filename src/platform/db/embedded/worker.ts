// The engine's own thread: a long statement does not stop the server from answering. Requests are run in order.

import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { directClient, type EmbeddedClient, PARSERS, SESSION } from './client.ts'

/** What the worker is asked, and what it answers to the request of that id. Its first answer, id 0, says it is open. */
export type WorkerRequest = {
  id: number
  do: keyof EmbeddedClient
  sql: string
  parameters: readonly unknown[]
  before?: string | undefined
}
export type WorkerAnswer = {
  id: number
  result?: unknown
  error?: { message: string } & Record<string, unknown>
}

const port = parentPort!
const answer = (message: WorkerAnswer) => port.postMessage(message)

/** A refusal crosses threads as plain fields; the statement's own text and parameters stay here. */
function describe(error: unknown): { message: string } & Record<string, unknown> {
  const { message, code, constraint, table, column, detail, hint, where, severity, position } =
    error as Record<string, unknown>
  return {
    message: String(message),
    code,
    constraint,
    table,
    column,
    detail,
    hint,
    where,
    severity,
    position,
  }
}

async function open() {
  const pglite = await PGlite.create({ dataDir: workerData.folder, ...PARSERS })
  await pglite.exec(SESSION)
  return directClient(pglite)
}

try {
  const client = await open()
  port.on('message', async ({ id, do: what, sql, parameters, before }: WorkerRequest) => {
    try {
      const result = what === 'query' ? await client.query(sql, parameters, before) : await client[what](sql)
      answer({ id, result })
    } catch (error) {
      answer({ id, error: describe(error) })
    }
  })
  answer({ id: 0 })
} catch (error) {
  answer({ id: 0, error: describe(error) })
}
