// Writes src/platform/db/schema.generated.ts, the types of all tables, from the migrations.

import { writeFileSync } from 'node:fs'
import { describeSchema } from '../src/platform/db/describe-schema.ts'
import { openMemoryDatabase } from '../src/platform/db/embedded/memory.ts'

const house = await openMemoryDatabase()
writeFileSync(
  new URL('../src/platform/db/schema.generated.ts', import.meta.url),
  await describeSchema(house.db),
)
await house.close()
