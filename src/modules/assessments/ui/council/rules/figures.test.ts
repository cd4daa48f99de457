import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sum } from '../../../api/score-shapes.ts'
import { sumAt } from './figures.ts'

const sum = (points: string, max: string, said: number, of: number): Sum => ({ points, max, said, of })
const none = sum('0', '6', 0, 3)
const sums = (counted: Sum, survey: Sum) => ({
  self: null,
  verified: none,
  reVerified: none,
  final: none,
  counted,
  survey,
})

test('a unit of which only a survey was left out is not scored, and not zero', () => {
  assert.equal(sumAt(sums(sum('0', '6', 1, 4), sum('0', '0', 1, 1)), 'counted'), null)
})

test('surveys that were not run are in no count; those that were are', () => {
  const told = sumAt(sums(sum('4', '6', 3, 4), sum('0', '0', 1, 1)), 'counted')
  assert.deepEqual([told?.said, told?.of], [2, 3])
  const run = sumAt(sums(sum('5', '8', 3, 4), sum('1', '2', 1, 1)), 'counted')
  assert.deepEqual([run?.said, run?.of], [3, 4])
})

test('own scores that are not sent are not told; a zero that was said is', () => {
  assert.equal(sumAt(sums(none, none), 'self'), null)
  assert.equal(sumAt({ ...sums(none, none), final: sum('0', '6', 1, 3) }, 'final')?.points, '0')
})
