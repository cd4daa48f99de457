// The server's door for commands: a socket that only the account that runs the server can open.

import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { announceHolder } from '#platform/db/embedded/lock.ts'
import { tidy } from '#platform/db/embedded/tidy.ts'
import type { House } from '#platform/db/house.ts'
import type { Command } from './command.ts'
import { type FromTyper, receive, send } from './protocol.ts'
import { runLine } from './run.ts'
import type { Terminal } from './terminal.ts'

/** The longest path that a socket may have on every system. */
const MAX_PATH = 100

/** Takes commands for the folder that `house` holds, until it is closed; those under way are finished first. */
export async function takeCommands(
  house: House,
  commands: readonly Command[],
): Promise<{ close(): Promise<void> }> {
  const address = makeAddress(house.config.dataDir)
  const running = new Set<Promise<void>>()
  const server = createServer((socket) => {
    const run = answer(socket, house, commands).finally(() => running.delete(run))
    running.add(run)
  })
  server.listen(address)
  await once(server, 'listening')
  chmodSync(address, 0o600)
  announceHolder(house.config.dataDir, address)
  return {
    async close() {
      announceHolder(house.config.dataDir, null)
      server.close()
      await Promise.all(running)
      rmSync(dirname(address), { recursive: true, force: true })
    },
  }
}

/** In a folder of its own, closed to others; beside the data, or where temporary files go when that path is too long. */
function makeAddress(dataDir: string): string {
  const beside = join(dataDir, 'server', 'commands')
  if (Buffer.byteLength(beside) > MAX_PATH) return join(mkdtempSync(join(tmpdir(), 'songma-')), 'commands')

  // A killed server leaves its socket behind; the folder's lock says that nobody listens there any more
  rmSync(dirname(beside), { recursive: true, force: true })
  mkdirSync(dirname(beside), { mode: 0o700 })
  return beside
}

async function answer(socket: Socket, house: House, commands: readonly Command[]): Promise<void> {
  socket.on('error', () => {}) // whoever typed it has left; what it began is finished all the same
  const messages = receive<FromTyper>(socket)
  const { value: line } = await messages.next()
  if (!line || !('argv' in line)) return void socket.destroy()

  const exit = await runLine(line.argv, {
    commands: commands.filter(({ needs }) => needs === 'database'),
    cwd: line.cwd,
    terminal: socketTerminal(socket, messages),
    config: () => house.config,
    async withDatabase(_command, _config, work) {
      const code = await work(house)
      await tidy(house)
      return code
    },
    stopped: () => once(socket, 'close').then(() => {}),
  })
  send(socket, { exit })
  socket.end()
}

function socketTerminal(socket: Socket, messages: AsyncGenerator<FromTyper>): Terminal {
  return {
    out: (line) => send(socket, { out: line }),
    note: (line) => send(socket, { note: line }),
    progress: (line) => send(socket, { progress: line }),
    async stdin() {
      send(socket, { ask: 'stdin' })
      const { value } = await messages.next()
      return value && 'stdin' in value ? value.stdin : ''
    },
  }
}
