// The life of a report over HTTP: who may do what, versions, conditional writes, retries.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../test/house.ts'
import { decideReport, reportHistory, rollup, saveReport } from './index.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,minimum,breakdown
longan,Nhãn,ha,sum,last,0,
sold,Giá trị,VND,sum,sum,0,channel:home|export
`
const VALUES = 'indicator,unit_code,period,value\nlongan,A,2020,10\nsold,A,2020,5\nlongan,A2,2020,1\n'
const FORM = 'fruit'
const PATH = `/api/v1/reports/${FORM}/A/2021`

async function office(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  const { saveForm, loadIndicators } = await import('./index.ts')
  await house.transact(async (tx) => {
    const indicatorIds = [...(await loadIndicators(tx)).values()].map((i) => i.id)
    await saveForm(tx, { code: FORM, name: 'Cây ăn quả', nameEn: null, frequency: 'year', indicatorIds })
  })
  await house.bring('values', VALUES)
  return house
}
const cell = (value: string | null, indicator = 'longan') => ({ values: [{ indicator, value }] })
const unitA = async (house: TestHouse) =>
  (await unitByCode(house.db, 'A', { startsOn: '2020-01-01', endsOn: '2020-12-31' }))!.id
const code = async (answer: Response) => ((await answer.json()) as { code: string }).code
const atRoot = async (house: TestHouse, state: 'approved' | 'submitted' = 'approved') => {
  const query = {
    indicators: ['longan'],
    periods: ['2021'],
    units: ['P'],
    level: 'self',
    borders: 'then',
  } as const
  return (await rollup(house.db, { ...query, state, today: '2022-01-15' }))[0]!.value
}

describe('the life of a report', () => {
  test('saved, submitted, approved by another, and at the root at once', async () => {
    await using house = await office()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]

    const saved = await officer.put(PATH, cell('12.50'))
    assert.equal(saved.status, 200)
    assert.deepEqual(await saved.json(), {
      form: FORM,
      unit: 'A',
      period: '2021',
      version: 1,
      state: 'draft',
      quality: 'official',
      values: [{ indicator: 'longan', value: '12.5' }],
      inForce: null,
      may: ['save', 'submit'],
    })
    assert.deepEqual([await atRoot(house), await atRoot(house, 'submitted')], [null, null])

    assert.equal((await officer.post(`${PATH}/submit`)).status, 200)
    assert.deepEqual([await atRoot(house), await atRoot(house, 'submitted')], [null, '12.5'])

    const approved = await verifier.post(`${PATH}/approve`)
    assert.equal(((await approved.json()) as { state: string }).state, 'approved')
    assert.deepEqual([await atRoot(house), await atRoot(house, 'submitted')], ['12.5', '12.5'])
    assert.deepEqual((await house.auditActions()).slice(-3), [
      'report.save',
      'report.submit',
      'report.approve',
    ])
  })

  test('a new version changes the figure; the one before stays readable and other cells keep their values', async () => {
    await using house = await office()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    const path = `/api/v1/reports/${FORM}/A/2020`
    type Answer = { version: number; values: { indicator: string; value: string }[] }
    const saved = (await (await officer.put(path, { ...cell('11'), submit: true })).json()) as Answer
    assert.equal(saved.version, 2, 'the import was version 1, of the form that already asks these indicators')
    assert.deepEqual(
      saved.values.map((v) => v.value),
      ['11', '5'],
    )

    await verifier.post(`${path}/approve`)
    const third = (await (await officer.put(path, cell(null, 'sold'))).json()) as Answer
    assert.deepEqual([third.version, third.values.map((v) => v.value)], [3, ['11', null]])
    const history = await reportHistory(house.db, {
      indicator: 'longan',
      unitId: await unitA(house),
      period: '2020',
    })
    assert.deepEqual(
      history.map((v) => [v.version, v.state, v.value]),
      [
        [3, 'draft', '11'],
        [2, 'approved', '11'],
        [1, 'approved', '10'],
      ],
    )
  })

  test('returned with a reason, then corrected as a new version; what was approved before counts meanwhile', async () => {
    await using house = await office()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    await officer.put(PATH, { ...cell('7'), submit: true })
    const noReason = await verifier.post(`${PATH}/return`, {})
    assert.equal(noReason.status, 400)
    const returned = await verifier.post(`${PATH}/return`, {
      reason: 'Thiếu vườn bản Mé',
      cells: [{ indicator: 'longan' }],
    })
    assert.equal(((await returned.json()) as { state: string }).state, 'returned')
    assert.equal(await atRoot(house, 'submitted'), null)
    assert.equal(((await (await officer.put(PATH, cell('8'))).json()) as { version: number }).version, 2)
  })

  test('locked until the office opens it again', async () => {
    await using house = await office()
    const [officer, verifier, lead] = [house.as('officer'), house.as('verifier'), house.as('office')]
    await officer.put(PATH, { ...cell('7'), submit: true })
    await verifier.post(`${PATH}/approve`)
    assert.equal((await lead.post(`${PATH}/lock`)).status, 200)
    assert.equal(await code(await officer.put(PATH, cell('8'))), 'report.notNow')
    assert.equal((await lead.post(`${PATH}/reopen`, { reason: 'Sửa sau kiểm tra' })).status, 200)
    assert.equal((await officer.put(PATH, cell('8'))).status, 200)
  })
})

describe('what is refused, and how it is told', () => {
  test('whoever submitted does not approve, not even with the right to', async () => {
    await using house = await office()
    const key = { form: FORM, unit: 'A', period: '2021' }
    const at = house.clock.now
    await house.transact((tx) => saveReport(tx, key, { ...cell('1'), submit: true }, { by: 'both', at }))
    const approve = (by: string) => house.transact((tx) => decideReport(tx, key, 'approve', { by, at }))
    await assert.rejects(approve('both'), { code: 'report.ownSubmission' })
    assert.equal((await approve('another')).report.state, 'approved')
  })

  test('a unit\u2019s officer does not approve', async () => {
    await using house = await office()
    await house.as('officer').put(PATH, { ...cell('1'), submit: true })
    assert.equal((await house.as('officer').post(`${PATH}/approve`)).status, 403)
    assert.equal((await house.as('office').post(`${PATH}/approve`)).status, 200)
  })

  test('a collector saves and does not submit, not even in one go', async () => {
    await using house = await office()
    assert.equal((await house.as('collector').put(PATH, cell('1'))).status, 200)
    assert.equal((await house.as('collector').put(PATH, { ...cell('1'), submit: true })).status, 403)
    assert.equal((await house.as('collector').post(`${PATH}/submit`)).status, 403)
  })

  test('every wrong cell is named with its place, and nothing is saved', async () => {
    await using house = await office()
    const values = [
      { indicator: 'longan', value: '1.234,5' },
      { indicator: 'plum', value: '1' },
      { indicator: 'longan', value: '-1' },
      { indicator: 'sold', value: '1', breakdown: { channel: 'moon' } },
    ]
    const answer = await house.as('officer').put(PATH, { values })
    assert.equal(answer.status, 422)
    const { errors } = (await answer.json()) as { errors: { path: string; message: string }[] }
    assert.deepEqual(
      errors.map((e) => e.path),
      ['values.0.value', 'values.1.indicator', 'values.2.value', 'values.3.breakdown'],
    )
    assert.match(errors[0]!.message, /1\.234,5.*dấu chấm thập phân/)
    assert.equal((await house.as('officer').get(PATH)).status, 404)
  })

  test('an unknown form, unit or period is a clear problem', async () => {
    await using house = await office()
    const lead = house.as('office')
    assert.equal(await code(await lead.get('/api/v1/reports/none/A/2021')), 'report.formNotFound')
    assert.equal(await code(await lead.get(`/api/v1/reports/${FORM}/ZZ/2021`)), 'unit.notFound')
    assert.equal(await code(await lead.get(`/api/v1/reports/${FORM}/A/2021-13`)), 'period.malformed')
    assert.equal(
      await code(await house.as('officer').put(`/api/v1/reports/${FORM}/A/2021Q1`, cell('1'))),
      'report.wrongFrequency',
    )
  })

  test('a report of another district is nobody else\u2019s business', async () => {
    await using house = await office()
    await house.as('officer').put(PATH, cell('1'))
    assert.equal((await house.as('outsider').get(PATH)).status, 403)
    assert.equal((await house.as('nobody').get(PATH)).status, 401)
    assert.equal(
      (await house.as('nobody').get('/api/v1/rollup?indicator=longan&period=2021&unit=A&state=submitted'))
        .status,
      401,
    )
    assert.equal(
      (await house.as('outsider').get('/api/v1/rollup?indicator=longan&period=2021&unit=A&state=submitted'))
        .status,
      403,
    )
    assert.equal(
      (await house.as('officer').get('/api/v1/rollup?indicator=longan&period=2021&unit=A&state=submitted'))
        .status,
      200,
    )
  })
})

describe('two writers, and one who writes twice', () => {
  test('an entity tag that is no longer current is refused, and nothing is overwritten', async () => {
    await using house = await office()
    const officer = house.as('officer')
    const etag = (await officer.put(PATH, cell('1'))).headers.get('etag')!
    const next = await officer.put(PATH, cell('2'), { 'if-match': etag })
    assert.equal(next.status, 200)
    assert.notEqual(next.headers.get('etag'), etag)
    assert.equal((await officer.put(PATH, cell('3'), { 'if-match': etag })).status, 412)
    const { values } = (await (await officer.get(PATH)).json()) as { values: { value: string }[] }
    assert.equal(values[0]!.value, '2')
  })

  test('the same key again gives the first answer; with another body it is refused', async () => {
    await using house = await office()
    const officer = house.as('officer')
    const headers = { 'idempotency-key': 'save-1' }
    const first = await officer.put(PATH, cell('1'), headers)
    const again = await officer.put(PATH, cell('1'), headers)
    assert.deepEqual([again.status, await again.json()], [200, await first.json()])
    assert.equal(again.headers.get('etag'), first.headers.get('etag'))
    assert.equal((await officer.put(PATH, cell('2'), headers)).status, 409)
    assert.equal((await house.auditActions()).filter((action) => action === 'report.save').length, 1)
  })

  test('a breakdown adds up to its whole unless the whole is said', async () => {
    await using house = await office()
    const values = ['home', 'export'].map((channel, n) => ({
      indicator: 'sold',
      breakdown: { channel },
      value: String(n + 1),
    }))
    await house.as('officer').put(PATH, { values, submit: true })
    await house.as('verifier').post(`${PATH}/approve`)
    const query = {
      indicators: ['sold'],
      periods: ['2021'],
      units: ['A'],
      level: 'self',
      borders: 'then',
      state: 'approved',
    } as const
    assert.equal((await rollup(house.db, { ...query, today: '2022-01-15' }))[0]!.value, '3')
    await house.as('officer').put(PATH, { ...cell('10', 'sold'), submit: true })
    await house.as('verifier').post(`${PATH}/approve`)
    assert.equal((await rollup(house.db, { ...query, today: '2022-01-15' }))[0]!.value, '10')
  })
})
