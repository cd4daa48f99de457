import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearnessOf, weeksFrom } from './weeks.ts'

test('weeks begin on Monday, also when the day is a Sunday or a Monday', () => {
  assert.deepEqual(
    weeksFrom('2021-12-16', 2).map((week) => [week[0], week[6]]),
    [
      ['2021-12-13', '2021-12-19'],
      ['2021-12-20', '2021-12-26'],
    ],
  )
  assert.equal(weeksFrom('2021-12-19', 1)[0]![0], '2021-12-13')
  assert.equal(weeksFrom('2021-12-13', 1)[0]![0], '2021-12-13')
})

const cases = [
  ['2021-12-16', { kind: 'today' }],
  ['2021-12-17', { kind: 'tomorrow' }],
  ['2021-12-18', { kind: 'weekday', weekday: 5 }],
  ['2021-12-22', { kind: 'weekday', weekday: 2 }],
  ['2021-12-23', { kind: 'date' }],
  ['2021-12-15', { kind: 'date' }],
] as const
for (const [day, expected] of cases)
  test(`on 2021-12-16, ${day} is ${expected.kind}`, () =>
    assert.deepEqual(nearnessOf(day, '2021-12-16'), expected))
