import { PostgresDialect, PostgresDriver } from 'kysely'
import { Pool, types } from 'pg'
import { refuseInsideTransaction } from './transact.ts'
import { ARRAYS, SCALARS } from './types.ts'

const POOL_SIZE = 10
const TEXT_ARRAY: number = 1009

/** A pool on a PostgreSQL server, 15 or later; sessions speak UTC and ISO dates whatever the server's habit. */
export function postgresDialect(databaseUrl: string): PostgresDialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: { getTypeParser },
  })
  // An idle connection that the server drops is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  return new (class extends PostgresDialect {
    override createDriver() {
      return new GuardedDriver({ pool })
    }
  })({ pool })
}

class GuardedDriver extends PostgresDriver {
  override async acquireConnection(...options: Parameters<PostgresDriver['acquireConnection']>) {
    refuseInsideTransaction()
    return super.acquireConnection(...options)
  }
}

const getTypeParser: typeof types.getTypeParser = (oid: number, format?: unknown) => {
  const scalar = SCALARS[oid]
  if (scalar) return scalar
  const element = ARRAYS[oid]
  if (element === undefined) return types.getTypeParser(oid, format as 'text')

  const readTexts = types.getTypeParser(TEXT_ARRAY)
  return (text: string) =>
    readTexts(text).map((item: string | null) => (item === null ? null : SCALARS[element]!(item)))
}
