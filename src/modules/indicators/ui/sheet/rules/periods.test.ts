import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnPeriod } from './column-period.ts'
import { periodFor, periodsWithin } from './period-for.ts'

test('a form of quarters opens at the last quarter of a chosen year, a yearly form at the year of a quarter', () => {
  assert.deepEqual(periodsWithin('quarter', '2021'), ['2021Q1', '2021Q2', '2021Q3', '2021Q4'])
  assert.equal(periodFor('quarter', '2021'), '2021Q4')
  assert.equal(periodFor('year', '2021Q3'), '2021')
  assert.equal(periodFor('month', '2021H1'), '202106')
  assert.equal(periodFor('half', '202107'), '2021H2')
  assert.equal(periodFor('quarter', '2021Q2'), '2021Q2')
})

test('periods that fit nowhere are left as they are', () => {
  assert.deepEqual(periodsWithin('nine', '2021Q4'), [])
  assert.equal(periodFor('nine', '2021Q4'), '2021Q4')
  assert.deepEqual(periodsWithin('year', 'soon'), [])
})

test('a period heads a narrow column', () => {
  assert.deepEqual(['2021', '2021Q4', '202112', '2021H2', '2021N9', '2020-2025'].map(columnPeriod), [
    '2021',
    'IV/2021',
    '12/2021',
    '7–12/2021',
    '1–9/2021',
    '2020–2025',
  ])
})
