import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeBy, readPlaces, writePlaces } from './join.ts'

test('a cursor holds the place of each source, and says which is over', () => {
  const next = { reports: '2021-12-16T02:00:00.000Z_7', duties: '2021-12-20_31', assessments: null }
  assert.deepEqual(readPlaces(writePlaces(next)), {
    reports: { after: '2021-12-16T02:00:00.000Z_7', isOver: false },
    duties: { after: '2021-12-20_31', isOver: false },
    assessments: { after: null, isOver: true },
  })
  assert.equal(writePlaces({ reports: null, duties: null, assessments: null }), null)
})

test('no cursor, and one that nobody wrote, begin all anew', () => {
  for (const cursor of [null, '', 'x', 'a~b', 'a~b~c~d'])
    for (const place of Object.values(readPlaces(cursor)))
      assert.deepEqual(place, { after: null, isOver: false }, String(cursor))
})

test('lists become one in order, what has no day last', () => {
  const merged = mergeBy([['2', '5', ''], ['1', '2b', ''], ['3']], (one) => (one === '' ? null : one))
  assert.deepEqual(merged, ['1', '2', '2b', '3', '5', '', ''])
})
