// A migrated database in this process's memory, for tests and for the schema generator. Creating and migrating one
// takes seconds, so the first of a machine leaves an image in the temporary folder for those that follow.

import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { readConfig } from '../../config.ts'
import type { House } from '../house.ts'
import { migrate, migrationFiles } from '../migrate.ts'
import { directClient, PARSERS, SESSION } from './client.ts'
import { embeddedHouse } from './house.ts'

const IMAGES = join(tmpdir(), `songma-images-${process.getuid?.() ?? 0}`)
const IMAGE_LIFE_MS = 86_400_000

/** Engine in this thread, schema migrated, no rows but those of the migrations. About half a second; close it. */
export async function openMemoryDatabase(): Promise<House> {
  const image = join(IMAGES, `${fingerprint()}.tar`)
  const known = existsSync(image) ? await openAsBlob(image) : undefined
  const pglite = await PGlite.create({ ...PARSERS, ...(known && { loadDataDir: known }) })
  await pglite.exec(SESSION)
  const house = embeddedHouse(directClient(pglite), readConfig({}, '/nonexistent'))
  if (!known) {
    await migrate(house.db)
    await keep(image, await pglite.dumpDataDir('none'))
  }
  return house
}

/** Of everything that shapes the image: the migrations and the engine. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of [...migrationFiles(), ENGINE]) hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}
const ENGINE = join(import.meta.dirname, '../../../../node_modules/@electric-sql/pglite/package.json')

/** Written aside and renamed, since several test processes may do so at once. Images that nobody needs any more go. */
async function keep(image: string, content: Blob): Promise<void> {
  mkdirSync(IMAGES, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(IMAGES)) {
    const path = join(IMAGES, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > IMAGE_LIFE_MS) rmSync(path, { force: true })
  }
  const aside = `${image}.${randomUUID()}`
  writeFileSync(aside, Buffer.from(await content.arrayBuffer()))
  renameSync(aside, image)
}
