import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openMemoryDatabase } from './memory.ts'
import { tidy } from './tidy.ts'

const house = await openMemoryDatabase()
after(() => house.close())

const fill = (from: number, to: number) =>
  sql`
  insert into periods (code, kind, starts_on, ends_on)
  select 'P' || n, 'year', '2020-01-01', '2020-12-31' from generate_series(${from}::int, ${to}::int) n`.execute(
    house.db,
  )

test('tables that changed much are vacuumed and analysed, others are left alone', async () => {
  await tidy(house)
  await fill(1, 10_000)
  assert.deepEqual(await tidy(house), ['public.periods'])
  const { rows } = await sql<{ rows: number }>`
    select reltuples::int as rows from pg_class where relname = 'periods'`.execute(house.db)
  assert.deepEqual(rows, [{ rows: 10_000 }])

  await fill(10_001, 10_040)
  assert.deepEqual(await tidy(house), [])
  await sql`delete from periods where id <= 5000`.execute(house.db)
  assert.deepEqual(await tidy(house), ['public.periods'])
})

test('a server tidies by itself', async () => {
  assert.deepEqual(await tidy({ ...house, engine: 'postgres' }), [])
})
