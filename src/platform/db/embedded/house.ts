import { Kysely } from 'kysely'
import type { Config } from '../../config.ts'
import type { House, OwnSql } from '../house.ts'
import type { Database } from '../schema.generated.ts'
import { transact } from '../transact.ts'
import type { EmbeddedClient } from './client.ts'
import { embeddedDialect } from './dialect.ts'
import { Turns } from './turns.ts'

/** The house over an embedded engine that is open; closing it closes the engine. */
export function embeddedHouse(client: EmbeddedClient, config: Config): House {
  const turns = new Turns()
  const db = new Kysely<Database>({ dialect: embeddedDialect(client, turns) })
  return {
    db,
    engine: 'embedded',
    config,
    transact: (work) => transact(db, work),
    ownSql: (script, parameters) => runOwnSql(client, turns, script, parameters),
    async close() {
      await db.destroy()
      await client.close()
    },
  }
}

async function runOwnSql(client: EmbeddedClient, turns: Turns, ...[script, parameters]: Parameters<OwnSql>) {
  const endTurn = await turns.take()
  try {
    if (parameters?.length) return await client.query(script, parameters)
    return { rows: await client.script(script) }
  } catch (error) {
    await client.script('rollback')
    throw error
  } finally {
    endTurn()
  }
}
