// Statements are parsed and planned once and then only run: on the embedded engine that takes a seventh of the time
// that PGlite's own `query` needs, which asks the engine five times for each statement.

import { type PGlite, parse, protocol } from '@electric-sql/pglite'

const { serialize } = protocol

/** Prepared statements kept; the one unused for longest gives way. */
const KEPT = 300
/** Longer texts are rarely run twice. */
const LONGEST = 20_000
/** Changes what other statements were planned for. */
const DEFINES = /^\s*(create|alter|drop|discard|deallocate|set|reset)\b/i

export class PreparedStatements {
  readonly #pglite: PGlite
  readonly #names = new Map<string, string>()
  #made = 0

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  /** @param before a statement without parameters and answer that is run first, in the same exchange. */
  async run(sql: string, parameters: readonly unknown[], before?: string) {
    const first = before === undefined ? [] : this.#messages(before, [])
    const messages = [...first, ...this.#messages(sql, parameters), serialize.sync()]
    try {
      const answer = await this.#pglite.execProtocol(Buffer.concat(messages))
      return parse.parseResults(answer.messages, this.#pglite.parsers, { rowMode: 'object' }).at(-1)!
    } catch (error) {
      // Whether they were prepared before one failed, nobody knows: they are prepared anew under other names.
      this.#names.delete(sql)
      if (before !== undefined) this.#names.delete(before)
      throw error
    }
  }

  #messages(sql: string, parameters: readonly unknown[]): Uint8Array[] {
    const isKept = sql.length <= LONGEST && !DEFINES.test(sql)
    const known = this.#names.get(sql)
    const name = known ?? (isKept ? `s${++this.#made}` : '')
    const opening = known ? [] : [...this.#close(isKept), serialize.parse({ name, text: sql })]
    this.#names.delete(sql)
    if (isKept) this.#names.set(sql, name)
    return [
      ...opening,
      serialize.bind({ statement: name, values: parameters.map(asText) }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
    ]
  }

  /** Makes room for one more; for a statement that defines something, all are closed. */
  #close(isKept: boolean): Uint8Array[] {
    const leaving = [...this.#names].slice(0, isKept ? Math.max(0, this.#names.size + 1 - KEPT) : undefined)
    for (const [sql] of leaving) this.#names.delete(sql)
    return leaving.map(([, name]) => serialize.close({ type: 'S', name }))
  }
}

/** A parameter as the engine reads it; its type is inferred from where it stands. JSON is given as text already. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return `{${value.map(asItem).join(',')}}`
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function asItem(value: unknown): string {
  if (Array.isArray(value)) return asText(value)!
  if (typeof value === 'number') return String(value)
  const text = asText(value)
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
