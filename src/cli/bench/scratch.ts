import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { readConfig } from '#platform/config.ts'
import type { House } from '#platform/db/house.ts'
import { openDatabase } from '#platform/db/open.ts'

/**
 * Runs `work` on a new, empty database that is gone afterwards: in a temporary folder, or beside the one that
 * DATABASE_URL names. Nobody's data are touched.
 */
export async function onScratch<T>(
  databaseUrl: string | null,
  work: (house: House) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'songma-bench-'))
  const name = `songma_bench_${randomUUID().slice(0, 8)}`
  const config = readConfig({}, folder, folder)
  if (databaseUrl) await administer(databaseUrl, `create database ${name}`)
  const scratchUrl = databaseUrl && Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href
  try {
    const house = await openDatabase({ ...config, databaseUrl: scratchUrl }, { create: async () => {} })
    try {
      return await work(house)
    } finally {
      await house.close()
    }
  } finally {
    if (databaseUrl) await administer(databaseUrl, `drop database if exists ${name} with (force)`)
    await rm(folder, { recursive: true, force: true })
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
