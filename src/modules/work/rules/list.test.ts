import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gapBehind, type TargetKind } from './behind.ts'
import { daysPast, splitByDue } from './split.ts'

const TODAY = '2021-12-16'

describe('what has not been sent', () => {
  const form = (code: string, units: [number, string | null][], period = '2021') => ({
    form: { code },
    period,
    units: units.map(([unitId, dueOn]) => ({ unitId, dueOn })),
  })
  const told = (asked: ReturnType<typeof form>[]) => {
    const { overdue, due } = splitByDue(asked, TODAY)
    const lines = (list: typeof due) =>
      list.map(({ of, units }) => `${of.form.code} ${units.map((u) => u.unitId)}`)
    return { overdue: lines(overdue), due: lines(due) }
  }

  test('is overdue after its day and due on it; without a day it comes last', () =>
    assert.deepEqual(
      told([form('a', [[1, null]]), form('b', [[1, '2021-12-15']]), form('c', [[1, TODAY]])]),
      {
        overdue: ['b 1'],
        due: ['c 1', 'a 1'],
      },
    ))
  test('is told by unit for up to three, and together for more', () => {
    const units = (count: number): [number, string][] =>
      Array.from({ length: count }, (_, n) => [n + 1, '2021-12-18'])
    assert.deepEqual(told([form('a', units(3))]).due, ['a 1', 'a 2', 'a 3'])
    assert.deepEqual(told([form('a', units(4))]).due, ['a 1,2,3,4'])
  })
  test('is apart by due day, the earliest first', () =>
    assert.deepEqual(
      told([
        form('a', [
          [1, '2021-12-20'],
          [2, '2021-12-18'],
        ]),
        form('b', [[1, '2021-12-19']]),
      ]).due,
      ['a 2', 'b 1', 'a 1'],
    ))
  test('counts whole days', () =>
    assert.deepEqual(
      [daysPast('2021-12-14', TODAY), daysPast(TODAY, TODAY), daysPast(null, TODAY)],
      [2, 0, 0],
    ))
})

describe('a value is behind its target', () => {
  const YEAR = { startsOn: '2021-01-01', endsOn: '2021-12-31' }
  const judge = (value: string | null, targetKind: TargetKind, today: string, met: boolean | null = false) =>
    gapBehind({ value, target: '21', targetKind, met }, YEAR, today)
  const cases = [
    ['when the period has ended and it is not met', '17', 'cumulative', '2022-01-01', false, '4'],
    ['not when it is met', '21', 'cumulative', '2022-01-01', true, null],
    ['not when it is missing: that is not zero', null, 'cumulative', '2022-01-01', null, null],
    ['while it runs, when less has come than days are over', '17', 'cumulative', '2021-12-16', false, '4'],
    ['not while it keeps pace', '17', 'cumulative', '2021-10-20', false, null],
    ['on the first day never', '0', 'cumulative', '2021-01-01', false, null],
    ['not while a state can still be reached', '17', 'point-in-time', '2021-12-31', false, null],
    ['as a state, once its day is over', '17', 'point-in-time', '2022-01-01', false, '4'],
    ['at once, when it should stay low and is above', '25', 'lower-is-better', '2021-02-01', false, '4'],
  ] as const
  for (const [name, value, kind, today, met, expected] of cases)
    test(name, () => assert.equal(judge(value, kind, today, met), expected))
})
