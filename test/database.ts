// The database that a test runs on: this process's own, migrated, empty, and of either engine.

import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { readConfig } from '../src/platform/config.ts'
import { openMemoryDatabase } from '../src/platform/db/embedded/memory.ts'
import type { House } from '../src/platform/db/house.ts'
import { migrationFiles } from '../src/platform/db/migrate.ts'
import { openDatabase } from '../src/platform/db/open.ts'

const TEMPLATE_LOCK = 7_404_127

/**
 * In memory, or with `DATABASE_URL` a database of its own on that server, copied from a migrated template and dropped
 * on `close`. Call it once per test file, and close it in `after`.
 */
export async function openTestDatabase(): Promise<House> {
  const server = process.env.DATABASE_URL
  if (!server) return openMemoryDatabase()

  const name = `songma_test_${process.pid}_${randomUUID().slice(0, 8)}`
  await createFromTemplate(server, name)
  const house = await openDatabase(configOf(server, name))
  return {
    ...house,
    async close() {
      await house.close()
      await administer(server, (client) => client.query(`drop database ${name} with (force)`))
    },
  }
}

/** One process at a time makes and copies the template: PostgreSQL refuses to copy one that is in use. */
async function createFromTemplate(server: string, name: string): Promise<void> {
  await administer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const template = `songma_template_${fingerprint()}`
    const known = await client.query('select from pg_database where datname = $1', [template])
    if (known.rowCount === 0) await createTemplate(server, client, template)
    await client.query(`create database ${name} template ${template}`)
  })
}

/** Migrated under another name first, so that a run that is cut short leaves no half template behind. */
async function createTemplate(server: string, client: Client, template: string): Promise<void> {
  await client.query(`drop database if exists ${template}_new with (force)`)
  await client.query(`create database ${template}_new`)
  const house = await openDatabase(configOf(server, `${template}_new`), { create: async () => {} })
  await house.close()
  await client.query(`alter database ${template}_new rename to ${template}`)
}

async function administer(server: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function configOf(server: string, name: string) {
  const url = new URL(server)
  url.pathname = `/${name}`
  return readConfig({ DATABASE_URL: url.href }, process.cwd())
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of migrationFiles()) hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}
