import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellsOf, columnsBetween, offsetsOf, scrollTo } from './column-window.ts'

const WIDTHS = Array.from({ length: 10 }, (_, n) => ({ value: 60, previous: 40, target: n % 2 ? 0 : 0 }))
const OFFSETS = offsetsOf(WIDTHS)

test('the columns in sight are drawn, and one on either side', () => {
  assert.deepEqual(columnsBetween(OFFSETS, 0, 250), { from: 0, to: 4 })
  assert.deepEqual(columnsBetween(OFFSETS, 350, 620), { from: 2, to: 8 })
  assert.deepEqual(columnsBetween(OFFSETS, 800, 1_000), { from: 7, to: 10 })
  assert.deepEqual(columnsBetween([0], 0, 300), { from: 0, to: 0 })
})

test('a column has three cells, or two where nothing is planned', () => {
  assert.equal(
    cellsOf(
      [
        { value: 1, previous: 1, target: 1 },
        { value: 1, previous: 1, target: 0 },
      ],
      { from: 0, to: 2 },
    ),
    5,
  )
})

test('a chosen column comes into sight by the shortest way', () => {
  assert.equal(scrollTo(OFFSETS, 2, { scrolled: 0, room: 400 }), 0)
  assert.equal(scrollTo(OFFSETS, 5, { scrolled: 0, room: 400 }), 200)
  assert.equal(scrollTo(OFFSETS, 1, { scrolled: 300, room: 400 }), 100)
})
