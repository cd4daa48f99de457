import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeBy, readPlaces, writePlaces } from './join.ts'

test('a cursor holds the place of each source, and says which is over', () => {
  const cursor = writePlaces('2021-12-16T02:00:00.000Z_7', '2021-12-20_31')
  assert.deepEqual(readPlaces(cursor), {
    reports: { after: '2021-12-16T02:00:00.000Z_7', isOver: false },
    duties: { after: '2021-12-20_31', isOver: false },
  })
  assert.equal(readPlaces(writePlaces(null, '-_31')).reports.isOver, true)
  assert.equal(writePlaces(null, null), null)
})

test('no cursor, and one that nobody wrote, begin both anew', () => {
  for (const cursor of [null, '', 'x', 'a~b~c'])
    assert.deepEqual(readPlaces(cursor).duties, { after: null, isOver: false }, String(cursor))
})

test('two lists become one in order, what has no day last', () => {
  const merged = mergeBy(['2', '5', ''], ['1', '2b', ''], (one) => (one === '' ? null : one))
  assert.deepEqual(merged, ['1', '2', '2b', '5', '', ''])
})
