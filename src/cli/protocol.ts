// A second process types its line into the server that holds the folder: one JSON value a line, both ways.

import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** First what was typed; later standard input, when it was asked for. */
export type FromTyper = { argv: string[]; cwd: string } | { stdin: string }
export type FromServer =
  | { out: string }
  | { note: string }
  | { progress: string }
  | { ask: 'stdin' }
  | { exit: number }

export const send = (socket: Socket, message: FromTyper | FromServer) => {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
}

/** The other side's messages, until it hangs up. */
export async function* receive<T extends FromTyper | FromServer>(socket: Socket): AsyncGenerator<T> {
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }))
    yield JSON.parse(line)
}
