// How far a unit is with a directive, as the board of the office says it.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Counted, coverUnit, coverUnits, daysLate, keepRows, totalCoverage } from './coverage.ts'

const TODAY = '2021-12-20'
const NOTHING = { received: null, studied: null, planned: null, reported: null, done: null }
const one = (part: Partial<Counted> = {}): Counted => ({
  id: 1,
  unitId: 7,
  unitCode: '04198',
  unitName: 'Xã Nà Nghịu',
  due: '2021-12-10',
  ...NOTHING,
  ...part,
})

describe('days late', () => {
  for (const [name, due, done, on, expected] of [
    ['not done: to the day asked for', '2021-12-10', null, TODAY, 10],
    ['done late: to the day of doing', '2021-12-10', '2021-12-13', TODAY, 3],
    ['done in time', '2021-12-10', '2021-12-01', TODAY, 0],
    ['done on the very day', '2021-12-10', '2021-12-10', TODAY, 0],
    ['not due yet', '2021-12-31', null, TODAY, 0],
    ['without a due day', null, null, TODAY, 0],
    ['done only after the day asked for', '2021-12-10', '2021-12-15', '2021-12-12', 2],
    ['over the end of February', '2024-02-28', null, '2024-03-01', 2],
  ] as const)
    test(name, () => assert.equal(daysLate({ due, done }, on), expected))
})

describe('a unit with several occurrences', () => {
  const quarters = [
    one({ id: 1, due: '2021-03-31', received: '2021-01-10', reported: '2021-03-30', done: '2021-03-30' }),
    one({ id: 2, due: '2021-06-30', received: '2021-01-05', reported: '2021-07-02', done: '2021-07-04' }),
    one({ id: 3, due: '2021-12-31', received: null, studied: '2021-02-01' }),
  ]
  test('first received, studied and planned count; it has done what was due when the last of it was done', () => {
    const { received, studied, planned, reported, done, daysLate: late, due } = coverUnit(quarters, TODAY)
    assert.deepEqual(
      [received, studied, planned, reported, done],
      ['2021-01-05', '2021-02-01', null, '2021-07-02', '2021-07-04'],
    )
    assert.deepEqual([late, due], [4, '2021-06-30'])
  })
  test('one that is due and not done leaves the unit undone, and counts its days', () => {
    const row = coverUnit(quarters, '2022-01-10')
    assert.deepEqual([row.reported, row.done, row.daysLate, row.due], [null, null, 10, '2021-12-31'])
    assert.deepEqual([row.occurrences, row.occurrenceId], [3, 3])
  })
  test('while nothing is due nor done, all of it is looked at', () => {
    const row = coverUnit(quarters, '2021-01-31')
    assert.deepEqual([row.received, row.reported, row.done, row.daysLate], ['2021-01-05', null, null, 0])
  })
  test('one without a due day is asked for at once', () => {
    const row = coverUnit([quarters[0]!, one({ id: 4, due: null })], TODAY)
    assert.deepEqual([row.done, row.daysLate], [null, 0])
  })
  test('what was done before it is due counts as done', () => {
    assert.equal(coverUnit([one({ due: '2022-06-30', done: '2021-12-01' })], TODAY).done, '2021-12-01')
  })
})

test('of a day in the past, what came later is not known', () => {
  const all = one({
    received: '2021-12-01',
    studied: '2021-12-02',
    planned: '2021-12-05',
    reported: '2021-12-14',
    done: '2021-12-15',
  })
  const row = coverUnit([all], '2021-12-12')
  assert.deepEqual(
    [row.received, row.studied, row.planned, row.reported, row.done, row.daysLate],
    ['2021-12-01', '2021-12-02', '2021-12-05', null, null, 2],
  )
})

describe('a board', () => {
  const rows = coverUnits(
    [
      one({ id: 1, unitId: 3, unitCode: 'C', done: '2021-12-12', received: '2021-12-01' }),
      one({ id: 2, unitId: 1, unitCode: 'A', received: '2021-12-01' }),
      one({ id: 3, unitId: 2, unitCode: 'B', due: '2022-01-31' }),
      one({ id: 4, unitId: 1, unitCode: 'A', unitName: 'Nà Nghịu', due: '2022-01-31' }),
    ],
    TODAY,
  )
  test('has one row a unit, by code, with the name of what was asked last', () => {
    assert.deepEqual(
      rows.map(({ unitCode, unitName, occurrences }) => [unitCode, unitName, occurrences]),
      [
        ['A', 'Nà Nghịu', 2],
        ['B', 'Xã Nà Nghịu', 1],
        ['C', 'Xã Nà Nghịu', 1],
      ],
    )
  })
  test('counts who came how far, who is or was late, and who still is', () => {
    assert.deepEqual(totalCoverage(rows), {
      units: 3,
      received: 2,
      studied: 0,
      planned: 0,
      reported: 0,
      done: 1,
      late: 2,
      overdue: 1,
    })
  })
  test('is narrowed to who has not come to a step, and to who is late', () => {
    const codes = (filter: Parameters<typeof keepRows>[1]) =>
      keepRows(rows, filter).map(({ unitCode }) => unitCode)
    assert.deepEqual(codes({ missing: 'received' }), ['B'])
    assert.deepEqual(codes({ isLate: true }), ['A', 'C'])
    assert.deepEqual(codes({ isLate: true, missing: 'done' }), ['A'])
    assert.deepEqual(codes({}), ['A', 'B', 'C'])
  })
  test('of nobody is empty', () => {
    assert.deepEqual(coverUnits([], TODAY), [])
    assert.equal(totalCoverage([]).units, 0)
  })
})
