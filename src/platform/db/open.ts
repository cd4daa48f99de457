import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import type { Config } from '../config.ts'
import type { EmbeddedClient } from './embedded/client.ts'
import { embeddedDialect } from './embedded/dialect.ts'
import { workerClient } from './embedded/worker-client.ts'
import type { House } from './house.ts'
import { postgresDialect } from './postgres.ts'
import type { Database } from './schema.generated.ts'
import { transact } from './transact.ts'

/** Opens the database that `config` names, creating an embedded one where there is none. Its schema is left as it is. */
export async function openDatabase(config: Config): Promise<House> {
  return config.databaseUrl ? openPostgres(config, config.databaseUrl) : openFolder(config)
}

function openPostgres(config: Config, databaseUrl: string): House {
  const db = new Kysely<Database>({ dialect: postgresDialect(databaseUrl) })
  return { db, engine: 'postgres', config, transact: (work) => transact(db, work), close: () => db.destroy() }
}

async function openFolder(config: Config): Promise<House> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  return embeddedHouse(await workerClient(join(config.dataDir, 'database')), config)
}

/** The house over an embedded engine that is already open; closing it closes the engine. */
export function embeddedHouse(client: EmbeddedClient, config: Config): House {
  const db = new Kysely<Database>({ dialect: embeddedDialect(client) })
  return {
    db,
    engine: 'embedded',
    config,
    transact: (work) => transact(db, work),
    async close() {
      await db.destroy()
      await client.close()
    },
  }
}
