import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** Where words go and come from: the process's own streams, or those of somebody at the other end of a socket. */
export type Terminal = {
  out(line: string): void
  note(line: string): void
  progress(line: string): void
  stdin(): Promise<string>
}

const CLEAR_LINE = '\r\u001b[2K'

type Streams = { stdin: Readable; stdout: Writable; stderr: Writable & { isTTY?: boolean } }

/** A terminal over three streams. Progress is one line that the next one rewrites, and only people get to see it. */
export function streamTerminal({ stdin, stdout, stderr }: Streams): Terminal {
  const state = { progressShown: false }
  const clear = () => {
    if (state.progressShown) stderr.write(CLEAR_LINE)
    state.progressShown = false
  }
  return {
    out(line) {
      clear()
      stdout.write(`${line}\n`)
    },
    note(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    progress(line) {
      if (!stderr.isTTY) return
      stderr.write(`${CLEAR_LINE}${line}`)
      state.progressShown = true
    },
    stdin: () => text(stdin),
  }
}
