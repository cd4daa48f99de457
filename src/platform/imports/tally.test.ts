import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MAX_LISTED, newTally } from './tally.ts'

test('rows are counted once, and the first thousand are listed in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 5_000 }), (rows) => {
      const tally = newTally()
      for (const row of rows) tally.reject({ row, field: '', code: 'cell.empty' })
      assert.equal(tally.count(), new Set(rows).size)
      assert.deepEqual(
        tally.list().map(({ row }) => row),
        rows.toSorted((a, b) => a - b).slice(0, MAX_LISTED),
      )
    }),
    { numRuns: 30 },
  )
})

test('faults of one row keep the order in which they were found', () => {
  const tally = newTally()
  for (const field of ['b', 'a', 'c']) tally.reject({ row: 5, field, code: 'cell.empty' })
  tally.reject({ row: 2, field: 'z', code: 'cell.empty' })
  assert.deepEqual(
    tally
      .list()
      .map(({ field }) => field)
      .join(''),
    'zbac',
  )
})
