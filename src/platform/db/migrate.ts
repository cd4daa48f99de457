import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

const SRC = join(import.meta.dirname, '../..')
const FOLDERS = ['platform/*/migrations/*.ts', 'modules/*/migrations/*.ts']

/** Absolute paths of all migrations, in the order of their file names (`YYYYMMDD-NN-verb-noun.ts`), whoever owns them. */
export function migrationFiles(): string[] {
  return globSync(FOLDERS, { cwd: SRC })
    .map((path) => join(SRC, path))
    .sort((a, b) => compare(nameOf(a), nameOf(b)))
}

/** The last migration's name: what a backup of this version was made with. */
export const schemaVersion = (): string => nameOf(migrationFiles().at(-1)!)

/**
 * Brings the database to the last schema: from empty, or from any earlier schema of this software. All or nothing,
 * and one at a time (an advisory lock on a server). Throws when the database was made by a later version.
 *
 * @param to stops after this migration, for tests of upgrades.
 * @returns the names of the migrations that were run, in order.
 */
// biome-ignore lint/suspicious/noExplicitAny: before migration there is no schema to type
export async function migrate(db: Kysely<any>, to?: string): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: readMigrations },
    nameComparator: compare,
  })
  const { error, results = [] } = to ? await migrator.migrateTo(to) : await migrator.migrateToLatest()
  if (error) throw error
  return results.map((result) => result.migrationName)
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {}
  for (const file of migrationFiles()) {
    if (nameOf(file) in migrations) throw new Error(`Two migrations are called ${nameOf(file)}`)
    migrations[nameOf(file)] = await import(file)
  }
  return migrations
}

const nameOf = (path: string) => basename(path, '.ts')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
