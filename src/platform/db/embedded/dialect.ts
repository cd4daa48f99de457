// The embedded engine is one connection, held by one at a time, first come first served: a transaction holds it from
// begin to commit, everybody else waits. Kysely could queue for us, but it would do so before asking the driver, and
// an outer handle inside a transaction would wait for itself for ever instead of being refused.

import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { EmbeddedClient } from './client.ts'
import type { Turns } from './turns.ts'

export function embeddedDialect(client: EmbeddedClient, turns: Turns): Dialect {
  return {
    createAdapter: () => new EmbeddedAdapter(),
    createDriver: () => new EmbeddedDriver(client, turns),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class EmbeddedAdapter extends PGliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}

class EmbeddedDriver implements Driver {
  #connection: EmbeddedConnection
  #turns: Turns
  #endTurn: () => void = () => {}

  constructor(client: EmbeddedClient, turns: Turns) {
    this.#connection = new EmbeddedConnection(client)
    this.#turns = turns
  }

  async init() {}

  async acquireConnection() {
    this.#endTurn = await this.#turns.take()
    return this.#connection
  }

  async releaseConnection() {
    this.#endTurn()
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ) {
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : ''
    const begin = `begin${level}${accessMode ? ` ${accessMode}` : ''}`
    ;(connection as EmbeddedConnection).beginWithNext(begin)
  }

  async commitTransaction(connection: DatabaseConnection) {
    if ((connection as EmbeddedConnection).hasBegun()) await run(connection, 'commit')
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    if ((connection as EmbeddedConnection).hasBegun()) await run(connection, 'rollback')
  }

  async savepoint(connection: DatabaseConnection, name: string) {
    await run(connection, `savepoint ${quoted(name)}`)
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string) {
    await run(connection, `rollback to ${quoted(name)}`)
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string) {
    await run(connection, `release ${quoted(name)}`)
  }

  /** Whoever opened the client closes it: Kysely does not come here when no statement was ever run. */
  async destroy() {}
}

class EmbeddedConnection implements DatabaseConnection {
  #client: EmbeddedClient
  /** A transaction's `begin` that waits for its first statement: one exchange with the engine's thread less. */
  #begin: string | undefined

  constructor(client: EmbeddedClient) {
    this.#client = client
  }

  beginWithNext(begin: string): void {
    this.#begin = begin
  }

  /** False when no statement was run since, and so there is nothing to end. */
  hasBegun(): boolean {
    const hasBegun = this.#begin === undefined
    this.#begin = undefined
    return hasBegun
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const begin = this.#begin
    this.#begin = undefined
    const { rows, affectedRows } = await this.#client.query(query.sql, query.parameters, begin)
    return {
      rows: rows as R[],
      ...(affectedRows !== undefined && { numAffectedRows: BigInt(affectedRows) }),
    }
  }

  // biome-ignore lint/correctness/useYield: there is nothing to yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The embedded engine does not stream: declare a cursor and fetch from it')
  }
}

const run = (connection: DatabaseConnection, sql: string) => connection.executeQuery(CompiledQuery.raw(sql))
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
