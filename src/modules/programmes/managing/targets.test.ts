import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, testHouse } from '../../../../test/house.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time
area,Diện tích,ha,sum,last
rate,Tỷ lệ,%,none,none
`
const TARGETS = `indicator,unit_code,period,value
area,D1,2021,100
area,A,2021,60
area,A,2020,50
`

async function planned() {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  await house.bring('targets', TARGETS)
  return house
}
type Cascade = {
  whole: { value: string | null; maySet: boolean }
  parts: {
    unit: { code: string }
    value: string | null
    previousTarget: string | null
    revisions: number
    maySet: boolean
  }[]
  check: { sum: string | null; remainder: string | null; state: string; set: number; units: number }
  levels: { level: number; remainder: string | null }[]
}
const json = async <T>(res: Response) => (await res.json()) as T
const cell = (unit: string, value: string | null, more: object = {}) => ({
  indicator: 'area',
  unit,
  period: '2021',
  value,
  ...more,
})

describe('GET /api/v1/targets', () => {
  test('gives the targets of units and of everyone below one, over several periods', async () => {
    await using house = await planned()
    const list = async (query: string) => {
      const res = await house.as('nobody').get(`/api/v1/targets?${query}`)
      assert.equal(res.status, 200)
      const { targets } = await json<{ targets: { unitCode: string; period: string; value: string }[] }>(res)
      return targets.map(({ unitCode, period, value }) => `${unitCode} ${period} ${value}`)
    }
    assert.deepEqual(await list('period=2021&unit=A,D1'), ['A 2021 60', 'D1 2021 100'])
    assert.deepEqual(await list('period=2020,2021&under=D1&indicator=area'), [
      'A 2020 50',
      'D1 2021 100',
      'A 2021 60',
    ])
    assert.deepEqual(await list('period=2021&unit=A2'), [])
  })

  test('says what it cannot know', async () => {
    await using house = await planned()
    const status = async (query: string) => (await house.as('nobody').get(`/api/v1/targets?${query}`)).status
    assert.equal(await status('period=2021'), 400)
    assert.equal(await status('period=2021x&unit=A'), 400)
    assert.equal(await status('period=2021&unit=ZZ'), 404)
    assert.equal(await status('period=2021&unit=A&indicator=nope'), 404)
  })
})

describe('GET /api/v1/targets/cascade', () => {
  test('shows the whole, the parts and what remains, on every level', async () => {
    await using house = await planned()
    const read = async (unit: string) =>
      json<Cascade>(
        await house.as('leader').get(`/api/v1/targets/cascade?indicator=area&period=2021&unit=${unit}`),
      )
    const district = await read('D1')
    assert.equal(district.whole.value, '100')
    assert.deepEqual(
      district.parts.map(({ unit, value, previousTarget, revisions }) => [
        unit.code,
        value,
        previousTarget,
        revisions,
      ]),
      [
        ['A', '60', '50', 1],
        ['A2', null, null, 0],
      ],
    )
    const { sum, remainder, state, set, units } = district.check
    assert.deepEqual([sum, remainder, state, set, units], ['60', '40', 'short', 1, 2])
    assert.equal(district.whole.maySet, false)

    const province = await read('P')
    assert.equal(province.check.state, 'not-compared')
    assert.deepEqual(
      province.levels.map(({ level }) => level),
      [1, 2],
    )
  })

  test('tells an office which targets it may set', async () => {
    await using house = await planned()
    const { parts } = await json<Cascade>(
      await house.as('office', 'D1').get('/api/v1/targets/cascade?indicator=area&period=2021&unit=D1'),
    )
    assert.deepEqual(
      parts.map((part) => part.maySet),
      [true, true],
    )
  })
})

describe('PUT /api/v1/targets', () => {
  test('sets parts, keeps every revision with its reason, and leaves the same alone', async () => {
    await using house = await planned()
    const office = house.as('office', 'D1')
    const first = await office.put('/api/v1/targets', {
      targets: [cell('A', '55'), cell('A2', '45')],
      reason: 'Kết luận 12',
    })
    assert.equal(first.status, 200)
    assert.deepEqual(await json(first), { created: 1, changed: 1, unchanged: 0 })
    assert.deepEqual(await json(await office.put('/api/v1/targets', { targets: [cell('A', '55.0')] })), {
      created: 0,
      changed: 0,
      unchanged: 1,
    })

    const { check } = await json<Cascade>(
      await office.get('/api/v1/targets/cascade?indicator=area&period=2021&unit=D1'),
    )
    assert.equal(check.remainder, '0')
    const { revisions } = await json<{ revisions: { revision: number; value: string; reason: string }[] }>(
      await office.get('/api/v1/targets/revisions?indicator=area&period=2021&unit=A'),
    )
    assert.deepEqual(
      revisions.map(({ revision, value, reason }) => [revision, value, reason]),
      [
        [2, '55', 'Kết luận 12'],
        [1, '60', null],
      ],
    )
    assert.equal((await house.auditActions()).filter((action) => action === 'target.set').length, 1)
  })

  test('withdraws a target: it is missing then, and may be set again with a reason', async () => {
    await using house = await planned()
    const office = house.as('office')
    assert.equal((await office.put('/api/v1/targets', { targets: [cell('A', null)] })).status, 422)
    const res = await office.put('/api/v1/targets', { targets: [cell('A', null)], reason: 'nhầm đơn vị' })
    assert.deepEqual(await json(res), { created: 0, changed: 1, unchanged: 0 })
    const { targets } = await json<{ targets: object[] }>(
      await office.get('/api/v1/targets?period=2021&unit=A'),
    )
    assert.deepEqual(targets, [])
    assert.equal((await office.put('/api/v1/targets', { targets: [cell('A', '0')] })).status, 422)
  })

  test('refuses what somebody else has changed meanwhile, and writes nothing of the call', async () => {
    await using house = await planned()
    const office = house.as('office')
    const res = await office.put('/api/v1/targets?lang=en', {
      targets: [cell('A2', '1'), cell('A', '1', { was: '59' })],
      reason: 'x',
    })
    assert.equal(res.status, 409)
    const { errors } = await json<{ errors: { path: string; message: string }[] }>(res)
    assert.deepEqual(errors, [{ path: 'targets.1', message: 'Unit A: now 60.' }])
    const { targets } = await json<{ targets: object[] }>(
      await office.get('/api/v1/targets?period=2021&unit=A2'),
    )
    assert.deepEqual(targets, [])
  })

  test('reaches no unit outside, and tells nothing about it', async () => {
    await using house = await planned()
    const office = house.as('office', 'D1')
    const put = async (unit: string) =>
      (await office.put('/api/v1/targets', { targets: [cell('A', '60'), cell(unit, '1')] })).status
    assert.equal(await put('B'), 403)
    assert.equal(await put('nobody-knows'), 403)
    assert.equal(await put('D1'), 422)
    assert.equal(
      (await house.as('officer').put('/api/v1/targets', { targets: [cell('A', '1')] })).status,
      403,
    )
  })
})
