// Decree 09/2019/NĐ-CP, and a village that sends on the 15th, the commune on the 16th, the district on the 18th, the
// province on the 20th.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, isDay } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import {
  daysLate,
  daysOf,
  earliestClose,
  judgeCutoff,
  monthDay,
  pickRule,
  type StoredRule,
} from './cutoff.ts'

const rule = (part: Partial<StoredRule> & { due?: number }): StoredRule => ({
  id: 1,
  formId: null,
  level: null,
  validFrom: '-infinity',
  validTo: 'infinity',
  days: {
    dataFrom: { months: -1, day: 15 },
    dataTo: { months: 0, day: 14 },
    due: { months: 0, day: part.due ?? 16 },
    closes: { months: 0, day: 20 },
  },
  ...part,
})
const days = (code: string) => {
  const { dataFrom, dataTo, dueOn, closesOn } = daysOf(rule({}), parsePeriod(code)!)
  return [dataFrom, dataTo, dueOn, closesOn]
}

describe('the decree’s days', () => {
  for (const [period, ...expected] of [
    ['202103', '2021-02-15', '2021-03-14', '2021-03-16', '2021-03-20'],
    ['202101', '2020-12-15', '2021-01-14', '2021-01-16', '2021-01-20'],
    ['2021Q1', '2020-12-15', '2021-03-14', '2021-03-16', '2021-03-20'],
    ['2021Q4', '2021-09-15', '2021-12-14', '2021-12-16', '2021-12-20'],
    ['2021H1', '2020-12-15', '2021-06-14', '2021-06-16', '2021-06-20'],
    ['2021N9', '2020-12-15', '2021-09-14', '2021-09-16', '2021-09-20'],
    ['2021', '2020-12-15', '2021-12-14', '2021-12-16', '2021-12-20'],
  ] as const)
    test(period, () => assert.deepEqual(days(period), expected))
})

describe('a day of a month', () => {
  for (const [from, months, day, expected] of [
    ['2021-12-31', 1, 5, '2022-01-05'],
    ['2021-01-01', -13, 31, '2019-12-31'],
    ['2021-01-31', 1, 31, '2021-02-28'],
    ['2024-02-29', 0, 30, '2024-02-29'],
  ] as const)
    test(`${months} months from ${from}, on the ${day}th`, () =>
      assert.equal(monthDay(from, { months, day }), expected))

  test('is always a real day of that month', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: -12, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (date, months, day) => {
          const found = monthDay(date.toISOString().slice(0, 10), { months, day })
          assert.ok(isDay(found))
          const month = (date.getUTCMonth() + months + 24) % 12
          assert.equal(Number(found.slice(5, 7)) - 1, month)
          assert.ok(Number(found.slice(8)) === day || addDays(found, 1).endsWith('-01'))
        },
      ),
    ))
})

describe('which rule', () => {
  const pick = (rules: StoredRule[], endsOn = '2021-12-31', level = 3) => pickRule(rules, endsOn, level)?.id
  test('none: the form is always open', () => assert.equal(pick([]), undefined))
  test('a form’s own before every form’s, a level’s own before any level’s', () => {
    const [all, level, form, both] = [
      rule({ id: 1 }),
      rule({ id: 2, level: 3 }),
      rule({ id: 3, formId: 7 }),
      rule({ id: 4, formId: 7, level: 3 }),
    ]
    assert.equal(pick([all, level]), 2)
    assert.equal(pick([form, all, level]), 3)
    assert.equal(pick([all, both, level, form]), 4)
  })
  test('not another level’s', () => assert.equal(pick([rule({ level: 2 })]), undefined))
  test('the one of its own time: the levels after the reform do not reach back', () => {
    const before = rule({ id: 1, level: 3, validTo: '2025-06-30' })
    const after = rule({ id: 2, level: 2, validFrom: '2025-07-01' })
    assert.equal(pick([before, after], '2021-12-31', 3), 1)
    assert.equal(pick([before, after], '2021-12-31', 2), undefined)
    assert.equal(pick([before, after], '2025-12-31', 2), 2)
    assert.equal(pick([before, after], '2025-06-30', 3), 1)
  })
  test('the later one where two hold, and of one day the one made last', () => {
    assert.equal(
      pick([rule({ id: 2, validFrom: '2019-01-24' }), rule({ id: 1, validFrom: '2021-01-01' })]),
      1,
    )
    assert.equal(pick([rule({ id: 1 }), rule({ id: 2 })]), 2)
  })
})

describe('whether it is open', () => {
  const ruled = { dataFrom: null, dataTo: null, dueOn: '2021-12-16', closesOn: '2021-12-20' }
  const [COMMUNE, DISTRICT, OTHER] = [30, 20, 21]
  const line = [COMMUNE, DISTRICT, 10]
  const opening = (unitId: number, dueOn: string | null, closesOn: string | null = null, id = 1) => ({
    id,
    unitId,
    dueOn,
    closesOn,
    openedOn: '2021-12-01',
  })
  const judge = (
    today: string,
    openings = [] as ReturnType<typeof opening>[],
    until: [number, string][] = [],
  ) =>
    judgeCutoff(
      ruled,
      line,
      openings,
      until.map(([unitId, day]) => ({ unitId, until: day })),
      today,
    )

  test('through the day of the close, and not the day after', () => {
    assert.equal(judge('2021-12-20').isOpen, true)
    assert.equal(judge('2021-12-21').isOpen, false)
  })
  test('always, without a rule', () =>
    assert.equal(judgeCutoff(null, line, [], [], '2030-01-01').isOpen, true))
  test('through the last day of an exception for it or a unit above, and not of one elsewhere', () => {
    const above: [number, string][] = [[DISTRICT, '2022-01-31']]
    assert.deepEqual(
      [judge('2022-01-31', [], above).isOpen, judge('2022-02-01', [], above).isOpen],
      [true, false],
    )
    assert.equal(judge('2022-01-31', [], above).openUntil, '2022-01-31')
    assert.equal(judge('2021-12-18', [], above).openUntil, null, 'not needed yet')
    assert.equal(judge('2022-01-01', [], [[OTHER, '2022-01-31']]).isOpen, false)
  })
  test('the nearest opening says the days, of several there the last; nothing closes before it is due', () => {
    const days = (openings: ReturnType<typeof opening>[]) => {
      const { dueOn, closesOn } = judge('2021-12-01', openings)
      return [dueOn, closesOn]
    }
    assert.deepEqual(days([opening(OTHER, '2022-01-09')]), ['2021-12-16', '2021-12-20'])
    assert.deepEqual(days([opening(DISTRICT, '2022-01-09')]), ['2022-01-09', '2022-01-09'])
    assert.deepEqual(days([opening(DISTRICT, '2022-01-09'), opening(COMMUNE, '2022-01-05', '2022-01-06')]), [
      '2022-01-05',
      '2022-01-06',
    ])
    const twice = [opening(COMMUNE, '2022-01-05', null, 2), opening(COMMUNE, '2022-01-03', null, 1)]
    assert.deepEqual(days(twice), ['2022-01-05', '2022-01-05'])
    assert.deepEqual(days([opening(COMMUNE, null)]), ['2021-12-16', '2021-12-20'])
  })
  test('the earliest close of any level tells that nobody has to be asked', () => {
    const period = parsePeriod('2021')!
    const closing = (day: number, part: Partial<StoredRule> = {}) =>
      rule({ ...part, days: { ...rule({}).days, closes: { months: 0, day } } })
    assert.equal(earliestClose([], period), 'infinity')
    assert.equal(earliestClose([closing(20), closing(18, { level: 3 })], period), '2021-12-18')
    assert.equal(earliestClose([closing(18, { validTo: '2020-12-31' }), closing(20)], period), '2021-12-20')
  })
})

describe('days late', () => {
  for (const [due, submitted, today, expected] of [
    ['2021-12-16', '2021-12-16', '2022-01-15', 0],
    ['2021-12-16', '2021-12-18', '2022-01-15', 2],
    ['2021-12-16', null, '2021-12-16', 0],
    ['2021-12-16', null, '2022-01-15', 30],
    [null, null, '2022-01-15', 0],
  ] as const)
    test(`due ${due}, submitted ${submitted}, today ${today}`, () =>
      assert.equal(daysLate(due, submitted, today), expected))
})
