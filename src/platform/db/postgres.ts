import { Kysely, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely'
import { Pool, types } from 'pg'
import type { Config } from '../config.ts'
import type { House } from './house.ts'
import { placeOf } from './place.ts'
import { DatabaseProblem } from './problems.ts'
import type { Database } from './schema.generated.ts'
import { refuseInsideTransaction, transact } from './transact.ts'
import { ARRAYS, SCALARS } from './types.ts'

const POOL_SIZE = 10
const TEXT_ARRAY: number = 1009

/** What design.md §5 promises to run on. */
const FLOOR = 15

/** Connects to a PostgreSQL server. Sessions speak UTC and ISO dates whatever the server's habit. */
export async function openPostgres(config: Config): Promise<House> {
  const databaseUrl = config.databaseUrl!
  const pool = new Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: { getTypeParser },
  })
  // An idle connection that the server drops is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    await refuseOldServer(pool, placeOf(config))
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = new Kysely<Database>({ dialect: new GuardedDialect({ pool }) })
  return {
    db,
    engine: 'postgres',
    config,
    transact: (work) => transact(db, work),
    ownSql: null,
    close: () => db.destroy(),
  }
}

async function refuseOldServer(pool: Pool, place: string): Promise<void> {
  const version = await askVersion(pool).catch((error) => {
    throw DatabaseProblem.unreachable({ place, reason: reasonOf(error) })
  })
  if (Number.parseInt(version, 10) < FLOOR)
    throw DatabaseProblem.tooOld({ place, version, floor: String(FLOOR) })
}

async function askVersion(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ server_version: string }>('show server_version')
  return rows[0]!.server_version
}

/** A host with several addresses fails with one error for each, and no words of its own. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}

class GuardedDialect extends PostgresDialect {
  #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver() {
    return new GuardedDriver(this.#config)
  }
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
