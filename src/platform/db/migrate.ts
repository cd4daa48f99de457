import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from './schema.generated.ts'

const SRC = join(import.meta.dirname, '../..')
const FOLDERS = ['platform/*/migrations/*.ts', 'modules/*/migrations/*.ts']

/** Absolute paths of all migrations, in the order of their file names (`YYYYMMDD-NN-verb-noun.ts`), whoever owns them. */
export function migrationFiles(): string[] {
  return globSync(FOLDERS, { cwd: SRC })
    .map((path) => join(SRC, path))
    .sort((a, b) => compare(nameOf(a), nameOf(b)))
}

/** The last migration's name: the version of the schema that this software works with. */
export const schemaVersion = (): string => nameOf(migrationFiles().at(-1)!)

/** How a database stands to this version. `later` is a migration that this version does not know. */
export type SchemaState = { kind: 'none' | 'outdated' | 'current' } | { kind: 'newer'; later: string }

export async function schemaState(db: Kysely<Database>): Promise<SchemaState> {
  const there = await sql<{
    found: boolean
  }>`select to_regclass('kysely_migration') is not null as found`.execute(db)
  if (!there.rows[0]!.found) return { kind: 'none' }

  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const known = migrationFiles().map(nameOf)
  const later = rows.find(({ name }) => !known.includes(name))
  if (later) return { kind: 'newer', later: later.name }
  if (rows.length === 0) return { kind: 'none' }
  return { kind: rows.length < known.length ? 'outdated' : 'current' }
}

/**
 * Brings the database to the last schema: from empty, or from any earlier schema of this software. All or nothing,
 * and one at a time (an advisory lock on a server). Throws when the database was made by a later version.
 *
 * @param to stops after this migration, for tests of upgrades.
 * @returns the names of the migrations that were run, in order.
 */
export async function migrate(db: Kysely<Database>, to?: string): Promise<string[]> {
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

/** A migration's name, of its path. */
export const nameOf = (path: string): string => basename(path, '.ts')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
