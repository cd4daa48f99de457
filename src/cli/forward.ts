import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { DatabaseProblem } from '#platform/db/problems.ts'
import { type FromServer, receive, send } from './protocol.ts'
import type { Terminal } from './terminal.ts'

/**
 * Has the server behind `address` run the line. Answers its exit code; undefined when nobody listens there (the server
 * was killed, and the folder is free).
 */
export async function forward(
  address: string,
  line: { argv: readonly string[]; cwd: string },
  terminal: Terminal,
): Promise<number | undefined> {
  const socket = await reach(address)
  if (!socket) return undefined

  send(socket, { argv: [...line.argv], cwd: line.cwd })
  try {
    for await (const message of receive<FromServer>(socket)) {
      if ('out' in message) terminal.out(message.out)
      else if ('note' in message) terminal.note(message.note)
      else if ('progress' in message) terminal.progress(message.progress)
      else if ('ask' in message) send(socket, { stdin: await terminal.stdin() })
      else return message.exit
    }
  } finally {
    socket.destroy()
  }
  throw DatabaseProblem.lost()
}

async function reach(address: string): Promise<Socket | undefined> {
  const socket = connect(address)
  try {
    await once(socket, 'connect')
    return socket
  } catch {
    return undefined
  }
}
