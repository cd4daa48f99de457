// What units were asked for and have not sent.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import { listOutstanding, loadIndicators, saveForm } from '../index.ts'

const YEAR = { startsOn: '2021-01-01', endsOn: '2021-12-31' }
const TODAY = '2021-12-16'

async function office(): Promise<TestHouse> {
  const house = await testHouse({ now: `${TODAY}T02:00:00Z` })
  await house.bring('units', COUNTRY)
  await house.bring(
    'indicators',
    'code,name,unit_of_measure,across_units,across_time\nlongan,Nhãn,ha,sum,last\n',
  )
  await house.transact(async (tx) => {
    const indicatorIds = [...(await loadIndicators(tx)).values()].map((i) => i.id)
    await saveForm(tx, { code: 'fruit', name: 'Cây ăn quả', nameEn: null, frequency: 'year', indicatorIds })
  })
  return house
}
const open = (house: TestHouse, unit: string, dueOn?: string) =>
  house
    .as('office')
    .post('/api/v1/openings', { form: 'fruit', unit, period: '2021', ...(dueOn && { dueOn }) })
const save = (house: TestHouse, submit = false) =>
  house
    .as('officer')
    .put('/api/v1/reports/fruit/A/2021', { values: [{ indicator: 'longan', value: '7' }], submit })
const idOf = async (house: TestHouse, code: string) => (await unitByCode(house.db, code, YEAR))!.id

/** By unit code: state and due day. */
async function outstanding(house: TestHouse, within: string[] | null = null) {
  const ids = within && new Set(await Promise.all(within.map((code) => idOf(house, code))))
  const [first, ...others] = await listOutstanding(
    house.db,
    { span: YEAR },
    {
      within: (id: number) => ids === null || ids.has(id),
      today: TODAY,
    },
  )
  assert.deepEqual(others, [])
  const codes = new Map(
    await Promise.all(['A', 'A2', 'B'].map(async (c) => [await idOf(house, c), c] as const)),
  )
  return (
    first && {
      expected: first.expected,
      units: first.units.map(({ unitId, state, dueOn }) => [codes.get(unitId), state, dueOn]),
    }
  )
}

describe('of an opened form', () => {
  test('every unit that is to report is outstanding until it has sent', async () => {
    await using house = await office()
    await open(house, 'P', '2021-12-18')
    assert.deepEqual(await outstanding(house), {
      expected: 3,
      units: [
        ['A', null, '2021-12-18'],
        ['A2', null, '2021-12-18'],
        ['B', null, '2021-12-18'],
      ],
    })
    await save(house)
    assert.deepEqual((await outstanding(house))!.units[0], ['A', 'draft', '2021-12-18'])
    await save(house, true)
    assert.deepEqual(
      (await outstanding(house))!.units.map(([code]) => code),
      ['A2', 'B'],
    )
  })

  test('what was returned is outstanding again; a correction of what was approved is not', async () => {
    await using house = await office()
    await open(house, 'D1')
    await save(house, true)
    await house.as('verifier').post('/api/v1/reports/fruit/A/2021/return', { reason: 'x' })
    assert.deepEqual((await outstanding(house))!.units[0], ['A', 'returned', null])
    await save(house, true)
    await house.as('verifier').post('/api/v1/reports/fruit/A/2021/approve')
    await save(house)
    assert.deepEqual(
      (await outstanding(house))!.units.map(([code]) => code),
      ['A2'],
    )
  })

  test('a unit under two openings is asked once, and only those looked at are counted', async () => {
    await using house = await office()
    await open(house, 'P', '2021-12-18')
    await open(house, 'A', '2021-12-20')
    assert.equal((await outstanding(house))!.expected, 3)
    assert.deepEqual(await outstanding(house, ['A']), { expected: 1, units: [['A', null, '2021-12-20']] })
    assert.equal(await outstanding(house, []), undefined)
  })
})

test('nothing is outstanding that nobody has opened, nor of another period', async () => {
  await using house = await office()
  assert.equal(await outstanding(house), undefined)
  await open(house, 'P')
  const next = { startsOn: '2022-01-01', endsOn: '2022-12-31' }
  assert.deepEqual(await listOutstanding(house.db, { span: next }, { within: () => true, today: TODAY }), [])
  assert.equal(
    (await listOutstanding(house.db, { since: new Date('2021-12-01') }, { within: () => true, today: TODAY }))
      .length,
    1,
  )
  assert.deepEqual(
    await listOutstanding(house.db, { since: new Date('2021-12-17') }, { within: () => true, today: TODAY }),
    [],
  )
})
