// Who has sent what, and when: completeness and timeliness by unit and form.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { BoardCell, BoardCount } from '../api/board.ts'
import { loadIndicators, saveForm } from '../index.ts'

async function office(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring(
    'indicators',
    'code,name,unit_of_measure,across_units,across_time\nlongan,Nhãn,ha,sum,last\n',
  )
  await house.transact(async (tx) => {
    const indicatorIds = [...(await loadIndicators(tx)).values()].map((i) => i.id)
    const form = { nameEn: null, frequency: 'year', indicatorIds }
    await saveForm(tx, { ...form, code: 'fruit', name: 'Cây ăn quả' })
    await saveForm(tx, { ...form, code: 'houses', name: 'Nhà ở', field: 'housing' })
  })
  await house.as('office').post('/api/v1/cutoff-rules', {
    frequency: 'year',
    level: 3,
    due: { months: 1, day: 10 },
    basis: 'Nghị định 09/2019/NĐ-CP',
  })
  return house
}
type Unit = { code: string }
type Board = {
  forms: { code: string; openedOn: string | null; count: BoardCount }[]
  groups: { unit: Unit; counts: BoardCount[] }[]
  rows: { unit: Unit; cells: BoardCell[] }[]
  nextCursor: string | null
}
const open = async (house: TestHouse, query: string, persona: Parameters<TestHouse['as']>[0] = 'office') => {
  const answer = await house.as(persona).get(`/api/v1/board?period=2021&${query}`)
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as Board
}
const SENT = { values: [{ indicator: 'longan', value: '7' }], submit: true }
const send = (house: TestHouse, unit: string) =>
  house.as('officer', unit).put(`/api/v1/reports/fruit/${unit}/2021`, SENT)

describe('the board', () => {
  test('says of each unit and form where it stands, when it was due, and how late it is', async () => {
    await using house = await office()
    await send(house, 'A')
    const { rows, forms } = await open(house, 'unit=D1')
    assert.deepEqual(
      forms.map((form) => form.code),
      ['fruit', 'houses'],
    )
    const due = { dueOn: '2022-01-10', daysLate: 5 }
    assert.deepEqual(
      rows.map((row) => [row.unit.code, row.cells[0]]),
      [
        ['A', { state: 'submitted', submittedOn: '2022-01-15', ...due }],
        ['A2', { state: null, submittedOn: null, ...due }],
      ],
    )
  })

  test('counts of how many were expected: sent, approved, in time, overdue; for the whole and each part', async () => {
    await using house = await office()
    house.clock.now = new Date('2022-01-10T03:00:00Z')
    await send(house, 'A')
    await house.as('verifier').post('/api/v1/reports/fruit/A/2021/approve')
    await house.as('officer', 'A2').put('/api/v1/reports/fruit/A2/2021', { ...SENT, submit: false })
    await house.bring('values', 'indicator,unit_code,period,value,form\nlongan,B,2021,3,fruit\n')
    house.clock.now = new Date('2022-01-11T03:00:00Z')
    const { forms, groups, rows } = await open(house, 'unit=P&form=fruit', 'leader')
    const count = { expected: 3, submitted: 2, approved: 2, inTime: 1, overdue: 1 }
    assert.deepEqual(forms[0]!.count, count)
    assert.deepEqual(
      groups.map(({ unit, counts }) => [unit.code, counts]),
      [
        ['D1', [{ expected: 2, submitted: 1, approved: 1, inTime: 1, overdue: 1 }]],
        ['D2', [{ expected: 1, submitted: 1, approved: 1, inTime: 0, overdue: 0 }]],
      ],
    )
    assert.deepEqual(
      rows.map((row) => [
        row.unit.code,
        row.cells[0]!.state,
        row.cells[0]!.submittedOn,
        row.cells[0]!.daysLate,
      ]),
      [
        ['A', 'approved', '2022-01-10', 0],
        ['A2', 'draft', null, 1],
        ['B', 'approved', null, 0],
      ],
    )
  })

  test('what was sent in time, returned and corrected late was in time', async () => {
    await using house = await office()
    house.clock.now = new Date('2022-01-10T03:00:00Z')
    await send(house, 'A')
    house.clock.now = new Date('2022-01-14T03:00:00Z')
    await house.as('verifier', 'D1').post('/api/v1/reports/fruit/A/2021/return', { reason: 'Thiếu' })
    house.clock.now = new Date('2022-01-15T03:00:00Z')
    await house.as('officer').put('/api/v1/reports/fruit/A/2021', SENT)
    const { rows } = await open(house, 'unit=A&form=fruit', 'leader')
    assert.deepEqual([rows[0]!.cells[0]!.submittedOn, rows[0]!.cells[0]!.daysLate], ['2022-01-10', 0])
  })

  test('keeps the rows that are asked for, and the counts of all', async () => {
    await using house = await office()
    await send(house, 'A')
    const shown = async (only: string) => {
      const { rows, forms } = await open(house, `unit=P&form=fruit&only=${only}`)
      assert.equal(forms[0]!.count.expected, 3)
      return rows.map((row) => row.unit.code)
    }
    assert.deepEqual(await shown('submitted'), ['A'])
    assert.deepEqual(await shown('missing'), ['A2', 'B'])
    assert.deepEqual(await shown('overdue'), ['A2', 'B'])
    assert.deepEqual(await shown('returned'), [])
  })

  test('says since when the office has asked', async () => {
    await using house = await office()
    await house
      .as('office')
      .post('/api/v1/openings', { form: 'fruit', unit: 'D1', period: '2021', dueOn: '2022-01-31' })
    const { forms, rows } = await open(house, 'unit=A&form=fruit')
    assert.deepEqual([forms[0]!.openedOn, rows[0]!.cells[0]!.dueOn], ['2022-01-15', '2022-01-31'])
    assert.equal((await open(house, 'unit=P&form=fruit')).forms[0]!.openedOn, null, 'not all were asked')
  })
})

describe('whose units are on it', () => {
  test('the caller’s own alone; without any it is refused, as is what is not there', async () => {
    await using house = await office()
    const codes = async (persona: 'verifier' | 'officer') =>
      (await open(house, 'unit=P', persona)).rows.map((row) => row.unit.code)
    assert.deepEqual([await codes('verifier'), await codes('officer')], [['A', 'A2'], ['A']])
    const status = async (unit: string, form = 'fruit') =>
      (await house.as('outsider').get(`/api/v1/board?period=2021&unit=${unit}&form=${form}`)).status
    assert.deepEqual([await status('D1'), await status('none'), await status('A')], [403, 403, 403])
    assert.equal(await status('B', 'none'), 404, 'forms are everybody’s to know')
  })
})

test('page by page, at the same cost for three units as for three thousand', async () => {
  await using house = await office()
  const first = await open(house, 'unit=P&limit=2')
  const second = await open(house, `unit=P&limit=2&after=${first.nextCursor}`)
  assert.deepEqual(
    [first, second].map((page) => page.rows.map((row) => row.unit.code)),
    [['A', 'A2'], ['B']],
  )
  const few = await house.countQueries(() => open(house, 'unit=P'))
  const more = Array.from({ length: 3_000 }, (_, n) => `X${n},Xã ${n},xã,D2,,`).join('\n')
  await house.bring('units', `code,name,kind,parent_code,valid_from,valid_to\n${more}\n`)
  await open(house, 'unit=P')
  const many = await house.countQueries(() => open(house, 'unit=P'))
  assert.ok(many <= few && few <= 10, `${few} for three, ${many} for three thousand`)
  assert.equal((await open(house, 'unit=P')).forms[0]!.count.expected, 3_003)
})
