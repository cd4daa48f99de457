import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { describeSchema } from './describe-schema.ts'
import { openMemoryDatabase } from './embedded/memory.ts'

const house = await openMemoryDatabase()
after(() => house.close())

test('schema.generated.ts is what the migrations make (npm run schema writes it)', async () => {
  const written = readFileSync(new URL('schema.generated.ts', import.meta.url), 'utf8')
  assert.equal(written, await describeSchema(house.db))
})
