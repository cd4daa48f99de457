import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Persona } from '../../../../test/persona.ts'
import { cells, report, type WorkHouse, workHouse } from '../../../../test/work-house.ts'
import type { WorkSide } from '../api/work.ts'
import { dataToOf, dueDays } from '../rules/days.ts'

const side = async (house: WorkHouse, persona: Persona, query: string) =>
  (await (await house.as(persona).get(`/api/v1/work-side?${query}`)).json()) as WorkSide

describe('beside the list', () => {
  test("stand the unit's reports of the period with their states, also those not begun", async () => {
    await using house = await workHouse()
    await house.open('A', '2021-12-18')
    const before = await side(house, 'officer', 'period=2021')
    assert.deepEqual([before.unit!.code, before.unit!.name], ['A', 'Xã Nà Nghịu'])
    assert.deepEqual(
      before.reports.map(({ form, state, filled, asked, dueOn, units }) => [
        form.code,
        state,
        filled,
        asked,
        dueOn,
        units,
      ]),
      [['fruit', null, 0, 2, '2021-12-18', null]],
    )
    await house.as('officer').put(report(), { ...cells('888'), submit: true })
    const after = await side(house, 'officer', 'period=2021')
    assert.deepEqual(
      after.reports.map(({ state, filled }) => [state, filled]),
      [['submitted', 1]],
    )
  })

  test('of a unit with others below it, how many have sent', async () => {
    await using house = await workHouse()
    await house.open('P', '2021-12-18')
    await house.as('officer').put(report(), { ...cells('888'), submit: true })
    const { reports, days } = await side(house, 'office', 'unit=P&period=2021')
    assert.deepEqual(reports[0]!.units, { sent: 1, expected: 3 })
    assert.deepEqual(days, [{ on: '2021-12-18', overdue: 0, due: 2 }])
  })

  test('stands nothing of another period', async () => {
    await using house = await workHouse()
    await house.open('A', '2021-12-18')
    assert.deepEqual((await side(house, 'officer', 'period=2020')).reports, [])
    assert.equal(
      (await side(house, 'officer', 'period=2020')).days.length,
      1,
      'the days are those of the calendar',
    )
  })

  test('stand its values against its targets', async () => {
    await using house = await workHouse()
    await house.bring('values', 'indicator,unit_code,period,value\nlongan,A,2021,17\n')
    await house.bring('targets', 'indicator,unit_code,period,value\nlongan,A,2021,21\nmango,A,2021,5\n')
    const { targets } = await side(house, 'officer', 'period=2021')
    assert.deepEqual(
      targets.map(({ label, value, target, attainmentPercent, met }) => [
        label,
        value,
        target,
        attainmentPercent,
        met,
      ]),
      [
        ['Diện tích nhãn', '17', '21', '81.0', false],
        ['Diện tích xoài', null, '5', null, null],
      ],
    )
  })

  test("stands nothing of a unit that is not the reader's", async () => {
    await using house = await workHouse()
    await house.open('P', '2021-12-18')
    const told = await side(house, 'outsider', 'unit=A&period=2021')
    assert.deepEqual([told.unit, told.reports, told.days, told.targets], [null, [], [], []])
  })
})

describe('the days of the month', () => {
  const unit = (dueOn: string | null, dataTo: string | null = null) => ({ dueOn, dataTo })
  test('count what is overdue and due, and leave out what has no day', () =>
    assert.deepEqual(
      dueDays([unit('2021-12-18'), unit('2021-12-14'), unit('2021-12-18'), unit(null)], '2021-12-16'),
      [
        { on: '2021-12-14', overdue: 1, due: 0 },
        { on: '2021-12-18', overdue: 0, due: 2 },
      ],
    ))
  test('say up to when figures speak: the nearest day to come, else the last', () => {
    const units = [unit(null, '2021-12-10'), unit(null, '2021-12-20'), unit(null, '2021-12-31'), unit(null)]
    assert.equal(dataToOf(units, '2021-12-16'), '2021-12-20')
    assert.equal(dataToOf(units, '2022-01-31'), '2021-12-31')
    assert.equal(dataToOf(units, '2022-02-01'), null, 'long past')
    assert.equal(dataToOf([], '2022-02-01'), null)
  })
})
