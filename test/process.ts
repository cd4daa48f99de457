// Runs the product's own processes, as people and services run them: what they print, how they end.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const ROOT = join(import.meta.dirname, '..')
export const SONGMA = join(ROOT, 'songma')

type Env = Record<string, string | undefined>
/** The embedded engine, whatever the tests around run on. */
const EMBEDDED: Env = { DATABASE_URL: undefined, PORT: undefined }

export type Ended = { code: number | null; out: string; err: string }

/** Runs `./songma` to its end. */
export async function songma(
  argv: readonly string[],
  { cwd = ROOT, stdin = '', env = {} }: { cwd?: string; stdin?: string; env?: Env } = {},
): Promise<Ended> {
  const child = spawn(SONGMA, argv, { cwd, env: { ...process.env, ...EMBEDDED, ...env } })
  child.stdin.on('error', () => {}) // a command that reads no standard input may be gone by now
  child.stdin.end(stdin)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, out, err }
}

export type Running = {
  process: ChildProcess
  /** Everything on standard output until now. */
  out(): string
  /** Resolves when standard output has a match; throws when the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** Starts a TypeScript file, or `./songma`, and leaves it running. */
export function startProcess(argv: readonly string[], env: Env = {}): Running {
  const [program, ...rest] = argv[0] === SONGMA ? argv : [process.execPath, ...argv]
  const child = spawn(program!, rest, {
    cwd: ROOT,
    env: { ...process.env, ...EMBEDDED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (more) => (heard.out += more))
  child.stderr.setEncoding('utf8').on('data', (more) => (heard.err += more))
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  return {
    process: child,
    out: () => heard.out,
    async says(pattern) {
      for (;;) {
        const match = pattern.exec(heard.out)
        if (match) return match
        const over = await Promise.race([
          once(child.stdout, 'data').then(() => false),
          ended.then(() => true),
        ])
        if (over && !pattern.test(heard.out)) throw new Error(`It ended without ${pattern}: ${heard.err}`)
      }
    },
    async end(signal) {
      child.kill(signal)
      const [code, by] = await ended
      return { code, signal: by }
    },
  }
}
