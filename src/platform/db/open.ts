import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { hasEmbedded, holdFolder, makeEmbedded, openEmbedded } from './embedded/folder.ts'
import type { House } from './house.ts'
import { migrate, schemaState } from './migrate.ts'
import { placeOf } from './place.ts'
import { openPostgres } from './postgres.ts'
import { DatabaseProblem } from './problems.ts'

export type Opening = {
  /**
   * What a new database is filled with, after its tables are made; without it a missing database is refused
   * (database.missing). In a folder it is all or nothing: what was interrupted is begun anew.
   */
  create?: (house: House) => Promise<void>
  /** Brings an earlier schema to the present one instead of refusing it (database.outdated). */
  upgrade?: boolean
}

/**
 * Opens the database that `config` names, at the schema of this version.
 *
 * @throws database.held, .missing, .outdated, .newer, .unreachable, .unreadable, .tooOld
 */
export async function openDatabase(config: Config, opening: Opening = {}): Promise<House> {
  const house = config.databaseUrl ? await openPostgres(config) : await openFolder(config, opening)
  try {
    await settle(house, opening)
    return house
  } catch (error) {
    await house.close()
    throw error
  }
}

async function openFolder(config: Config, { create }: Opening): Promise<House> {
  // Before a folder is made for nothing
  if (!existsSync(config.dataDir) && !create) throw DatabaseProblem.missing({ place: config.dataDir })

  const lock = await holdFolder(config.dataDir)
  try {
    if (!hasEmbedded(config.dataDir))
      await makeEmbedded(config, (house) => settle(house, { create: create! }))
    const house = await openEmbedded(config)
    return { ...house, close: () => house.close().finally(lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Makes, upgrades or refuses the schema. */
async function settle(house: House, { create, upgrade }: Opening): Promise<void> {
  const place = placeOf(house.config)
  const state = await schemaState(house.db)
  if (state.kind === 'newer') throw DatabaseProblem.newer({ place, version: state.later })
  if (state.kind === 'outdated' && !upgrade) throw DatabaseProblem.outdated({ place })
  if (state.kind === 'none' && !create) throw DatabaseProblem.missing({ place })

  if (state.kind !== 'current') await migrate(house.db)
  if (state.kind === 'none') await create?.(house)
}
