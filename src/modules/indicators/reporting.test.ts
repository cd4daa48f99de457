// Who may do what with a report, and what is refused: rights, keys, stale writes, separation of duties.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../test/house.ts'
import { decideReport, loadIndicators, saveForm, saveReport } from './index.ts'
import type { Report } from './schema.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,minimum,breakdown
longan,Nhãn,ha,sum,last,0,
sold,Giá trị,VND,sum,sum,0,channel:home|export
`
const PATH = '/api/v1/reports/fruit/A/2021'

async function office(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  await house.transact(async (tx) => {
    const indicatorIds = [...(await loadIndicators(tx)).values()].map((i) => i.id)
    await saveForm(tx, { code: 'fruit', name: 'Cây ăn quả', nameEn: null, frequency: 'year', indicatorIds })
  })
  return house
}
const longan = (value: string | null, more: object = {}) => ({
  values: [{ indicator: 'longan', value, ...more }],
})
const report = async (answer: Response) => {
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as Report
}
const told = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

describe('who may what', () => {
  test('is told with every answer: rights, life cycle and own submission together', async () => {
    await using house = await office()
    const officer = house.as('officer')
    const may = async (persona: 'officer' | 'collector' | 'verifier' | 'office' | 'leader') =>
      (await report(await house.as(persona).get(PATH))).may
    await officer.put(PATH, longan('7'))
    assert.deepEqual([await may('officer'), await may('collector')], [['save', 'submit'], ['save']])
    assert.deepEqual([await may('verifier'), await may('leader')], [[], []])
    await officer.post(`${PATH}/submit`)
    assert.deepEqual([await may('officer'), await may('verifier')], [[], ['return', 'approve']])
    await house.as('verifier').post(`${PATH}/approve`)
    assert.deepEqual(
      [await may('officer'), await may('office'), await may('verifier')],
      [['save'], ['lock'], []],
    )
  })

  test('whoever was acted for in submitting does not approve, nor whoever acts for them', async () => {
    await using house = await office()
    const key = { form: 'fruit', unit: 'A', period: '2021' }
    const at = house.clock.now
    const doing = (by: string, onBehalfOf: string | null = null) => ({ by, onBehalfOf, at })
    await house.transact((tx) => saveReport(tx, key, longan('7'), doing('clerk')))
    await house.transact((tx) => decideReport(tx, key, 'submit', doing('clerk', 'chief')))
    const approve = (by: string, behalf: string | null) =>
      house.transact((tx) => decideReport(tx, key, 'approve', doing(by, behalf)))
    for (const [by, behalf] of [
      ['clerk', null],
      ['chief', null],
      ['other', 'chief'],
      ['other', 'clerk'],
      ['clerk', 'verifier'],
    ] as const)
      await assert.rejects(approve(by, behalf), { code: 'report.ownSubmission' }, `${by} for ${behalf}`)
    assert.equal((await approve('other', 'verifier')).report.state, 'approved')
  })

  test('no write passes without a key, and each says so', async () => {
    await using house = await office()
    const none = { 'idempotency-key': '' }
    const bare = (client: ReturnType<TestHouse['as']>, path: string, body?: object) =>
      path === '' ? client.put(PATH, body, none) : client.post(`${PATH}${path}`, body, none)
    for (const [persona, path, body] of [
      ['officer', '', longan('7')],
      ['officer', '/submit', undefined],
      ['verifier', '/return', { reason: 'x' }],
      ['verifier', '/approve', undefined],
      ['office', '/lock', undefined],
      ['office', '/reopen', { reason: 'x' }],
    ] as const) {
      const answer = await bare(house.as(persona), path, body)
      const { code, detail } = (await answer.json()) as { code: string; detail: string }
      assert.deepEqual([answer.status, code.split('.')[0]], [400, 'idempotency'], path)
      assert.match(detail, /Idempotency-Key/)
    }
  })

  test('another unit’s officer learns nothing, whatever is there or not', async () => {
    await using house = await office()
    await house.as('officer').put(PATH, longan('7'))
    const outsider = house.as('outsider')
    const forbidden = [403, 'auth.forbidden']
    for (const path of [PATH, `${PATH}?version=1`, `${PATH}/history`, PATH.replace('/A/', '/none/')])
      assert.deepEqual(await told(await outsider.get(path)), forbidden, path)
    assert.deepEqual(await told(await outsider.put(PATH, longan('1'))), forbidden)
    assert.deepEqual(await told(await outsider.post(`${PATH}/submit`)), forbidden)
    assert.deepEqual(await told(await outsider.post(`${PATH}/approve`)), forbidden)
  })

  test('a decision on what somebody else changed meanwhile is refused as stale', async () => {
    await using house = await office()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    await officer.put(PATH, { ...longan('7'), submit: true })
    const seen = (await verifier.get(PATH)).headers.get('etag')!
    await verifier.post(`${PATH}/return`, { reason: 'x' })
    await officer.put(PATH, { ...longan('8'), submit: true })
    const stale = await verifier.post(`${PATH}/approve`, undefined, { 'if-match': seen })
    assert.deepEqual(await told(stale), [412, 'report.stale'])
    assert.equal((await report(await officer.get(PATH))).state, 'submitted')
  })
})
