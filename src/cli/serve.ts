import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { defineProblems } from '#platform/http/problem.ts'

export const ServeProblem = defineProblems('serve', {
  portTaken: 409, // port
  portRefused: 409, // port
})

const LOOPBACK = '127.0.0.1'
const STOP_PATIENCE_MS = 10_000

export type Listening = { port: number; close(): Promise<void> }

/**
 * Answers HTTP on `port` (0: any that is free), on all of the machine's addresses or on loopback alone. `close` takes
 * no more requests and waits for those under way, ten seconds at most.
 *
 * @throws serve.portTaken, serve.portRefused (a port that this account may not open)
 */
export async function listen(app: Hono, port: number, loopbackOnly: boolean): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.listen(port, loopbackOnly ? LOOPBACK : undefined)
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw ServeProblem.portTaken({ port: String(port) })
    if (code === 'EACCES') throw ServeProblem.portRefused({ port: String(port) })
    throw error
  }
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) }
}

/** Throws as `listen` would, before anything else is begun: making a database takes its time. */
export async function refuseTakenPort(port: number): Promise<void> {
  if (port !== 0) await (await listen(new Hono(), port, true)).close()
}

async function closeServer(server: Server): Promise<void> {
  const hurry = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE_MS)
  server.close()
  await once(server, 'close')
  clearTimeout(hurry)
}
