import type { Kysely } from 'kysely'
import type { Config } from '../config.ts'
import type { Tx } from './db.ts'
import type { Database } from './schema.generated.ts'

/** An opened database and what belongs to it: all that a request, a job or a command needs from its surroundings. */
export type House = {
  /** For readings. Using it inside `transact` throws: there it is `tx` that sees the transaction's own writes. */
  db: Kysely<Database>
  engine: 'embedded' | 'postgres'
  config: Config
  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws. A violated constraint
   * that a module has registered (`errors.ts`) is thrown as that module's Problem.
   */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** For a library that brings its own SQL (pg-boss); null on a server, where such a library connects by itself. */
  ownSql: OwnSql | null
  /** Ends the connections; the embedded database is closed in order and its folder let go. */
  close(): Promise<void>
}

/**
 * Runs a statement with parameters, or a script without, when no one else holds the connection. What the script left
 * open after an error is rolled back. Answers the rows of all its statements.
 */
export type OwnSql = (script: string, parameters?: readonly unknown[]) => Promise<{ rows: unknown[] }>
