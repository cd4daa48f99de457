import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planLine } from './plan-line.ts'

test('targets of the months add up, and the last point is the target of the year', () =>
  assert.deepEqual(planLine(['10', '20', '30'], '65', 'cumulative', true), ['10', '30', '65']))

test('from a month without a target on nothing is known before the end', () =>
  assert.deepEqual(planLine(['10', null, '30'], '65', 'cumulative', true), ['10', null, '65']))

test('states and years stand for themselves', () => {
  assert.deepEqual(planLine(['10', '20'], null, 'point-in-time', true), ['10', '20'])
  assert.deepEqual(planLine(['10', null, '30'], '40', 'cumulative', false), ['10', null, '40'])
})
