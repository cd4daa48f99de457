import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { readConfig } from '../config.ts'
import { describeSchema } from './describe-schema.ts'
import { directClient, PARSERS } from './embedded/client.ts'
import { embeddedHouse } from './embedded/house.ts'
import { migrate, migrationFiles, nameOf, schemaState, schemaVersion } from './migrate.ts'

const house = embeddedHouse(directClient(await PGlite.create(PARSERS)), readConfig({}, '/'))
const { db } = house
after(() => house.close())
const names = migrationFiles().map(nameOf)

describe('migrations', () => {
  test('run in the order of their names, whoever owns them', () => {
    assert.deepEqual(names, [...names].sort())
    for (const name of names) assert.match(name, /^\d{8}-\d{2}-[a-z0-9-]+$/)
    assert.equal(schemaVersion(), names.at(-1))
  })

  test('take a database from empty, by way of an earlier schema, to the present one', async () => {
    assert.deepEqual(await schemaState(db), { kind: 'none' })
    assert.deepEqual(await migrate(db, names[2]), names.slice(0, 3))
    assert.deepEqual(await schemaState(db), { kind: 'outdated' })
    assert.deepEqual(await migrate(db), names.slice(3))
    assert.deepEqual(await schemaState(db), { kind: 'current' })
    assert.deepEqual(await migrate(db), [])
    const written = readFileSync(new URL('schema.generated.ts', import.meta.url), 'utf8')
    assert.equal(await describeSchema(db), written)
  })

  test('of a later version are seen and left alone', async () => {
    await sql`insert into kysely_migration values ('29991231-01-fly', now()::text)`.execute(db)
    assert.deepEqual(await schemaState(db), { kind: 'newer', later: '29991231-01-fly' })
    await assert.rejects(migrate(db), /29991231-01-fly/)
  })
})
