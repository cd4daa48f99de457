import type { PGlite } from '@electric-sql/pglite'
import { SCALARS } from '../types.ts'
import { PreparedStatements } from './prepared.ts'

export type EmbeddedResult = { rows: unknown[]; affectedRows: number | undefined }

/**
 * One connection to the embedded engine, in this thread or in a worker. Statements run in the order they are given;
 * who may give them when is the dialect's business (`dialect.ts`).
 */
export type EmbeddedClient = {
  /** `before` is a statement without parameters that is run first, in the same call: a transaction's `begin`. */
  query(sql: string, parameters: readonly unknown[], before?: string): Promise<EmbeddedResult>
  /** Several statements at once, without parameters; the rows of all. */
  script(sql: string): Promise<unknown[]>
  close(): Promise<void>
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** PGlite's options for values as `types.ts` promises them. Arrays of these types are derived from them by PGlite. */
export const PARSERS = { parsers: { ...SCALARS } }

/** Session settings that both engines share. */
export const SESSION = `set TimeZone = 'UTC'; set DateStyle = 'ISO'`

/** The engine in this thread: for tests, and inside the worker. */
export function directClient(pglite: PGlite): EmbeddedClient {
  const statements = new PreparedStatements(pglite)
  return {
    async query(sql, parameters, before) {
      const { rows, affectedRows, command } = await statements.run(sql, parameters, before)
      return { rows, affectedRows: CHANGES.has(command ?? '') ? affectedRows : undefined }
    },
    async script(sql) {
      return (await pglite.exec(sql)).flatMap(({ rows }) => rows)
    },
    close: () => pglite.close(),
  }
}
