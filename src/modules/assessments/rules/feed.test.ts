import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Rule } from '../schema.ts'
import { inputOf, isFeedable } from './feed.ts'

const of = (counted: string, of: string | null) => ({ counted, of })

describe('a count, as a rule reads it', () => {
  const cases: [string, Rule, ReturnType<typeof of>, object | null][] = [
    ['is a ratio', { type: 'ratio' }, of('46', '48'), { num: '46', den: '48' }],
    ['is met where all of it is done', { type: 'met' }, of('3', '3'), { met: true }],
    ['is not met where one is missing', { type: 'met' }, of('2', '3'), { met: false }],
    ['is a number', { type: 'countTiers', tiers: [] }, of('5', '9'), { count: '5' }],
    [
      'is a value that nothing bounds',
      { type: 'external', outOf: '100' },
      of('87.5', null),
      { value: '87.5' },
    ],
    [
      'takes a fault for each that is missing',
      { type: 'deduct', per: [{ code: 'late', points: '1' }] },
      of('7', '9'),
      { late: '2' },
    ],
    ['of nothing does not apply', { type: 'ratio' }, of('0', '0'), { na: true }],
    ['without a bound is no ratio', { type: 'ratio' }, of('5', null), null],
    ['is no answer to a survey', { type: 'survey', scale: '5', minSample: '0' }, of('5', '9'), null],
  ]
  for (const [name, rule, tally, input] of cases)
    test(name, () => assert.deepEqual(inputOf(rule, tally), input))
  test('is taken by rules of one number alone', () => {
    assert.equal(isFeedable({ type: 'ratio' }), true)
    assert.equal(isFeedable({ type: 'deadline', graceDays: '0', perDay: '1' }), false)
  })
})
