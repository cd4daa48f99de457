import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import type { House } from '../house.ts'
import { DatabaseProblem } from '../problems.ts'
import { embeddedHouse } from './house.ts'
import { type FolderLock, lockFolder } from './lock.ts'
import { workerClient } from './worker-client.ts'

const folderOf = (dataDir: string) => join(dataDir, 'database')
const oldOf = (dataDir: string) => `${folderOf(dataDir)}.old`

/** True when the folder holds an embedded database. */
export const hasEmbedded = (dataDir: string): boolean => existsSync(join(folderOf(dataDir), 'PG_VERSION'))

/** Opens the folder's database in a worker thread. The caller holds the folder's lock (`lock.ts`). */
export async function openEmbedded(config: Config): Promise<House> {
  return openIn(folderOf(config.dataDir), config)
}

/** Takes the folder for this process, making it when it is not there; `lockFolder` says what is thrown. */
export async function holdFolder(dataDir: string): Promise<FolderLock> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(dataDir)
  // Killed between the two renames of `makeEmbedded`: the old state is the one that holds
  if (!hasEmbedded(dataDir) && existsSync(oldOf(dataDir))) renameSync(oldOf(dataDir), folderOf(dataDir))
  return lock
}

/**
 * Makes a database aside, has it filled, and puts it in the place of the one that may be there when all of that is
 * done. A process that is killed in the middle leaves nothing that the next one would take for a database.
 */
export async function makeEmbedded<T>(config: Config, fill: (house: House) => Promise<T>): Promise<T> {
  const { dataDir } = config
  const aside = `${folderOf(dataDir)}.new`
  for (const leftover of [aside, oldOf(dataDir)]) rmSync(leftover, { recursive: true, force: true })
  const result = await fillNew(await openIn(aside, config), fill)
  if (hasEmbedded(dataDir)) renameSync(folderOf(dataDir), oldOf(dataDir))
  renameSync(aside, folderOf(dataDir))
  rmSync(oldOf(dataDir), { recursive: true, force: true })
  return result
}

async function fillNew<T>(house: House, fill: (house: House) => Promise<T>): Promise<T> {
  try {
    return await fill(house)
  } finally {
    await house.close()
  }
}

async function openIn(folder: string, config: Config): Promise<House> {
  try {
    return embeddedHouse(await workerClient(folder), config)
  } catch (error) {
    throw DatabaseProblem.unreadable({ folder, reason: String(error) })
  }
}
