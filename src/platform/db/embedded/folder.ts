import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import type { House } from '../house.ts'
import { DatabaseProblem } from '../problems.ts'
import { embeddedHouse } from './house.ts'
import { workerClient } from './worker-client.ts'

const folderOf = (dataDir: string) => join(dataDir, 'database')

/** True when the folder holds an embedded database. */
export const hasEmbedded = (dataDir: string): boolean => existsSync(join(folderOf(dataDir), 'PG_VERSION'))

/** Opens the folder's database in a worker thread. The caller holds the folder's lock (`lock.ts`). */
export async function openEmbedded(config: Config): Promise<House> {
  return openIn(folderOf(config.dataDir), config)
}

/**
 * Makes a database aside, has it filled, and puts it in its place when all of that is done: a process that is killed
 * in the middle leaves nothing that the next one would take for a database.
 */
export async function createEmbedded(config: Config, fill: (house: House) => Promise<void>): Promise<void> {
  const aside = `${folderOf(config.dataDir)}.new`
  rmSync(aside, { recursive: true, force: true })
  const house = await openIn(aside, config)
  try {
    await fill(house)
  } finally {
    await house.close()
  }
  renameSync(aside, folderOf(config.dataDir))
}

async function openIn(folder: string, config: Config): Promise<House> {
  try {
    return embeddedHouse(await workerClient(folder), config)
  } catch (error) {
    throw DatabaseProblem.unreadable({ folder, reason: String(error) })
  }
}
