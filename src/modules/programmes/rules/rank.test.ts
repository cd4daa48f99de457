import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankUnits } from './rank.ts'

const of = (value: string | null, target: string | null = null) => ({ value, target })

test('the best attainment comes first; equal ones share a place and the next is left out', () => {
  const units = [of('16', '15'), of('22', '20'), of('3', '4'), of('32', '30'), of('7', '7')]
  assert.deepEqual(rankUnits(units, 'cumulative'), [2, 1, 5, 2, 4])
})

test('where lower is better the least comes first', () =>
  assert.deepEqual(rankUnits([of('3', '4'), of('8', '4'), of('4', '4')], 'lower-is-better'), [1, 3, 2]))

test('without any target units are ranked by value', () =>
  assert.deepEqual(rankUnits([of('5'), of('9'), of(null)], null), [2, 1, null]))

test('who has no value, no target or a target of nothing has no place among those who have', () =>
  assert.deepEqual(rankUnits([of('5'), of(null, '9'), of('9', '9'), of('1', '0')], 'cumulative'), [
    null,
    null,
    1,
    null,
  ]))
