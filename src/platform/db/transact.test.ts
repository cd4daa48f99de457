// What must hold on both engines, so that code which works on one does not hang, leak or lie on the other.

import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../../test/database.ts'
import { defineProblems, Problem } from '../http/problem.ts'
import { onConstraint } from './errors.ts'
import type { House } from './house.ts'

const { db, transact, close } = await openTestDatabase()
after(close)
afterEach(() => sql`truncate imports`.execute(db))

const HEAD = { format: 'units', file_name: 'a.csv', sha256: '00', rows: 1, actor: 'songma', at: new Date() }
const countRows = async (on: Pick<House['db'], 'selectFrom'>) => {
  const row = await on
    .selectFrom('imports')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row!.count
}

describe('transact', () => {
  test('commits what returns and rolls back what throws', async () => {
    await transact((tx) => tx.insertInto('imports').values(HEAD).execute())
    await assert.rejects(
      transact(async (tx) => {
        await tx.insertInto('imports').values(HEAD).execute()
        throw new Error('changed my mind')
      }),
      /changed my mind/,
    )
    assert.equal(await countRows(db), 1)
  })

  test('keeps others out of its transaction', async () => {
    const written = Promise.withResolvers<void>()
    const end = Promise.withResolvers<void>()
    const writing = transact(async (tx) => {
      await tx.insertInto('imports').values(HEAD).execute()
      written.resolve()
      await end.promise
      throw new Error('rolled back')
    })
    await written.promise
    const outside = countRows(db)
    end.resolve()
    await assert.rejects(writing, /rolled back/)
    assert.equal(await outside, 0)
  })

  test('runs many at once, each whole', async () => {
    const addTwo = () =>
      transact(async (tx) => {
        await tx.insertInto('imports').values(HEAD).execute()
        assert.equal((await countRows(tx)) % 2, 1, 'somebody else wrote in between')
        await tx.insertInto('imports').values(HEAD).execute()
      })
    // On a server they see only what was committed, so that the count stays odd there too
    await Promise.all(Array.from({ length: 8 }, addTwo))
    assert.equal(await countRows(db), 16)
  })

  test('refuses the outer handle inside, instead of waiting for itself, and goes on', {
    timeout: 5_000,
  }, async () => {
    await transact(async (tx) => {
      await assert.rejects(countRows(db), /used inside a transaction/)
      await assert.rejects(
        transact(async () => {}),
        /used inside a transaction/,
      )
      await tx.insertInto('imports').values(HEAD).execute()
    })
    assert.equal(await countRows(db), 1)
  })

  test('lets work that outlives it use the outer handle again', async () => {
    const late = await transact(async () => {
      const ended = Promise.withResolvers<void>()
      return { end: ended.resolve, reading: ended.promise.then(() => countRows(db)) }
    })
    late.end()
    assert.equal(await late.reading, 0)
  })

  test('tells a violated constraint as the Problem that was registered for its name', async () => {
    const TestProblem = defineProblems('test', { taken: 409 })
    onConstraint('periods_code_key', () => TestProblem.taken())
    const insert = () =>
      transact((tx) =>
        tx
          .insertInto('periods')
          .values({ code: '1999', kind: 'year', starts_on: '1999-01-01', ends_on: '1999-12-31' })
          .execute(),
      )
    await insert()
    await assert.rejects(insert(), (error) => error instanceof Problem && error.code === 'test.taken')
    const unregistered = transact((tx) => sql`insert into breakdowns values (0, 'x')`.execute(tx))
    await assert.rejects(unregistered, { code: '23505', constraint: 'breakdowns_pkey' })
  })
})

test('values come back alike from both engines', async () => {
  const { rows } = await sql`
    select 9007199254740991::int8 as int8, 1.10::numeric as numeric, date '2020-02-29' as date,
           date 'infinity' as open_end, '{"a": [1, "x"]}'::jsonb as jsonb, array[1, null]::int8[] as int8s,
           array[1.50]::numeric[] as numerics, array['-infinity', '2020-01-01']::date[] as dates,
           array['a b', null] as texts, true as bool, null::numeric as missing,
           '2020-01-01T07:00:00.123+07:00'::timestamptz(3) as instant, current_setting('TimeZone') as zone`.execute(
    db,
  )
  assert.deepEqual(rows, [
    {
      int8: 9007199254740991,
      numeric: '1.10',
      date: '2020-02-29',
      open_end: 'infinity',
      jsonb: { a: [1, 'x'] },
      int8s: [1, null],
      numerics: ['1.50'],
      dates: ['-infinity', '2020-01-01'],
      texts: ['a b', null],
      bool: true,
      missing: null,
      instant: new Date('2020-01-01T00:00:00.123Z'),
      zone: 'UTC',
    },
  ])
})

test('changed rows are counted, and only changed ones', async () => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('imports')
    .values([HEAD, HEAD])
    .executeTakeFirstOrThrow()
  const { numUpdatedRows } = await db.updateTable('imports').set({ rows: 2 }).executeTakeFirstOrThrow()
  const { numDeletedRows } = await db.deleteFrom('imports').where('rows', '=', 1).executeTakeFirstOrThrow()
  assert.deepEqual([numInsertedOrUpdatedRows, numUpdatedRows, numDeletedRows], [2n, 2n, 0n])
})
