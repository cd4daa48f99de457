// What a report keeps: its versions, what they rest on, why cells came back, and the figure that stays meanwhile.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../test/house.ts'
import { lineage, loadIndicators, rollup, saveForm } from './index.ts'
import type { LineageLeaf, LineageNode, Report, ReportVersion } from './schema.ts'

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

/** A table that the officer of a unit has sent whole. */
async function addFile(house: TestHouse, name: string, unit = 'A'): Promise<string> {
  const content = `bản;ha\n${name};12\n`
  const bytes = Buffer.byteLength(content)
  const officer = house.as('officer', unit)
  const made = await officer.post('/api/v1/files', { name, bytes, unit, period: '2021' })
  const { id } = (await made.json()) as { id: string }
  const sent = await officer.put(`/api/v1/files/${id}/content?offset=0`, new Blob([content]))
  assert.equal(sent.status, 200, await sent.clone().text())
  return id
}
const sha256 = (name: string) => createHash('sha256').update(`bản;ha\n${name};12\n`).digest('hex')

describe('evidence', () => {
  test('stands behind its cell, stays when the cell is left out, and is replaced as a whole', async () => {
    await using house = await office()
    const officer = house.as('officer')
    const [one, two] = [await addFile(house, 'một.csv'), await addFile(house, 'hai.csv')]
    const names = ({ values }: Report) => values.map((v) => v.evidence?.map((file) => file.name) ?? [])
    const saved = await report(await officer.put(PATH, longan('7', { evidence: [one, two, one] })))
    assert.deepEqual(saved.values[0]!.evidence, [
      { id: one, name: 'một.csv', mediaType: 'text/csv', bytes: 22, sha256: sha256('một.csv') },
      { id: two, name: 'hai.csv', mediaType: 'text/csv', bytes: 20, sha256: sha256('hai.csv') },
    ])
    assert.deepEqual(names(await report(await officer.put(PATH, longan('8')))), [['một.csv', 'hai.csv']])
    assert.deepEqual(names(await report(await officer.put(PATH, longan('8', { evidence: [two] })))), [
      ['hai.csv'],
    ])
    assert.deepEqual(names(await report(await officer.put(PATH, longan('8', { evidence: [] })))), [[]])
  })

  test('of another unit, unknown or unfinished, is refused at its cell, and nothing is saved', async () => {
    await using house = await office()
    const officer = house.as('officer')
    const other = await addFile(house, 'khác.csv', 'B')
    const begun = await officer.post('/api/v1/files', {
      name: 'dở.csv',
      bytes: 99,
      unit: 'A',
      period: '2021',
    })
    const { id: unfinished } = (await begun.json()) as { id: string }
    for (const id of [other, unfinished, 'none']) {
      const answer = await officer.put(PATH, longan('7', { evidence: [id] }))
      const { errors } = (await answer.clone().json()) as { errors: { path: string }[] }
      assert.deepEqual(
        errors.map((e) => e.path),
        ['values.0.evidence'],
        id,
      )
      assert.deepEqual(await told(answer), [422, 'report.invalid'])
    }
    assert.equal((await officer.get(PATH)).status, 404)
  })
})

describe('a correction of what was approved', () => {
  const leaf = async (house: TestHouse): Promise<LineageLeaf> => {
    const query = {
      indicator: 'longan',
      period: '2021',
      unit: 'P',
      borders: 'then',
      today: '2022-01-15',
    } as const
    const down = (node: LineageNode | LineageLeaf): LineageLeaf =>
      'evidence' in node ? node : down(node.parts[0]!)
    return down(await lineage(house.db, query))
  }
  const atRoot = async (house: TestHouse, state: 'approved' | 'submitted') => {
    const query = {
      indicators: ['longan'],
      periods: ['2021'],
      units: ['P'],
      level: 'self',
      borders: 'then',
    } as const
    return (await rollup(house.db, { ...query, state, today: '2022-01-15' }))[0]!.value
  }

  test('is a new draft; figure, lineage and evidence stay with the approved version until it is approved itself', async () => {
    await using house = await office()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    const [old, fresh] = [await addFile(house, 'cũ.csv'), await addFile(house, 'mới.csv')]
    const check = async (value: string, version: number, files: string[], submitted = value) => {
      assert.deepEqual(
        [await atRoot(house, 'approved'), await atRoot(house, 'submitted')],
        [value, submitted],
      )
      const { value: at, report: behind, evidence } = await leaf(house)
      assert.deepEqual([at, behind?.version, evidence.map((file) => file.id)], [value, version, files])
    }
    await officer.put(PATH, { ...longan('7', { evidence: [old] }), submit: true })
    assert.deepEqual((await report(await verifier.post(`${PATH}/approve`))).inForce, { version: 1 })
    await check('7', 1, [old])

    const draft = await report(await officer.put(PATH, longan('9', { evidence: [fresh] })))
    assert.deepEqual([draft.version, draft.state, draft.inForce], [2, 'draft', { version: 1 }])
    await check('7', 1, [old])
    await officer.post(`${PATH}/submit`)
    await check('7', 1, [old], '9')
    await verifier.post(`${PATH}/return`, { reason: 'Thiếu bản Mé' })
    await check('7', 1, [old])
    await officer.put(PATH, { ...longan('10'), submit: true })
    await check('7', 1, [old], '10')
    await verifier.post(`${PATH}/approve`)
    await check('10', 3, [fresh])
  })
})

describe('single cells', () => {
  test('are returned each for its own reason, which stays beside them until the correction is sent', async () => {
    await using house = await office()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    await officer.put(PATH, { ...longan('7'), submit: true })
    const cells = [
      { indicator: 'longan', reason: 'Tính hai lần' },
      { indicator: 'sold', breakdown: { channel: 'export' }, reason: 'Còn thiếu' },
    ]
    const reasons = ({ values }: Report) => values.map((v) => [v.indicator, v.value, v.returned])
    const expected = [
      ['longan', '7', 'Tính hai lần'],
      ['sold', null, 'Còn thiếu'],
    ]
    const returned = await report(await verifier.post(`${PATH}/return`, { cells }))
    assert.deepEqual([returned.state, returned.returned?.reason], ['returned', null])
    assert.deepEqual(reasons(returned), expected)
    assert.deepEqual(reasons(await report(await officer.get(PATH))), expected)

    const draft = await report(await officer.put(PATH, longan('6')))
    assert.deepEqual(reasons(draft), [['longan', '6', 'Tính hai lần'], expected[1]])
    const sent = await report(await officer.post(`${PATH}/submit`))
    assert.deepEqual([sent.returned, reasons(sent)], [undefined, [['longan', '6', undefined]]])
  })

  test('without a reason of their own have that of the whole; without any it is refused', async () => {
    await using house = await office()
    const verifier = house.as('verifier')
    await house.as('officer').put(PATH, { ...longan('7'), submit: true })
    const cells = [{ indicator: 'longan' }]
    assert.deepEqual(await told(await verifier.post(`${PATH}/return`, { cells })), [400, 'input.invalid'])
    assert.deepEqual(await told(await verifier.post(`${PATH}/return`, { cells: [] })), [400, 'input.invalid'])
    const unknown = await verifier.post(`${PATH}/return`, { cells: [{ indicator: 'plum', reason: 'x' }] })
    assert.deepEqual(await told(unknown), [422, 'report.invalid'])
    const returned = await report(await verifier.post(`${PATH}/return`, { reason: 'Xem lại', cells }))
    assert.deepEqual([returned.returned?.reason, returned.values[0]!.returned], ['Xem lại', 'Xem lại'])
  })
})

describe('versions', () => {
  test('are read one by one and side by side, the newest first; only with the last can anything be done', async () => {
    await using house = await office()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    await officer.put(PATH, { ...longan('7', { comment: 'Theo sổ' }), submit: true })
    await verifier.post(`${PATH}/return`, { cells: [{ indicator: 'longan', reason: 'Thấp' }] })
    await officer.put(PATH, { ...longan('8'), submit: true })
    await verifier.post(`${PATH}/approve`)
    await house.as('office').post(`${PATH}/lock`)

    const first = await report(await officer.get(`${PATH}?version=1`))
    assert.deepEqual([first.version, first.state, first.may], [1, 'returned', []])
    assert.deepEqual(first.values, [
      { indicator: 'longan', value: '7', comment: 'Theo sổ', returned: 'Thấp' },
    ])
    const last = await report(await house.as('office').get(`${PATH}?version=2`))
    assert.deepEqual([last.state, last.may], ['locked', ['reopen']])
    assert.deepEqual(await told(await officer.get(`${PATH}?version=3`)), [404, 'report.notFound'])

    const { versions } = (await (await officer.get(`${PATH}/history`)).json()) as {
      versions: ReportVersion[]
    }
    assert.deepEqual(
      versions.map((v) => [
        v.version,
        v.state,
        v.isInForce,
        v.isImported,
        v.values[0]!.value,
        v.values[0]!.returned,
      ]),
      [
        [2, 'locked', true, false, '8', undefined],
        [1, 'returned', false, false, '7', 'Thấp'],
      ],
    )
    const [, before] = versions
    assert.deepEqual(
      [before!.submittedBy, before!.decidedBy].map((name) => name?.split('-')[0]),
      ['officer', 'verifier'],
    )
    const older = (await (await officer.get(`${PATH}/history?before=2`)).json()) as {
      versions: ReportVersion[]
    }
    assert.deepEqual(
      older.versions.map((v) => v.version),
      [1],
    )
  })

  test('that an office brought in say so', async () => {
    await using house = await office()
    await house.bring('values', 'indicator,unit_code,period,value\nlongan,A,2021,3\n')
    const { versions } = (await (await house.as('officer').get(`${PATH}/history`)).json()) as {
      versions: ReportVersion[]
    }
    assert.deepEqual(
      [versions[0]!.isImported, versions[0]!.isInForce, versions[0]!.submittedBy],
      [true, true, null],
    )
  })
})

test('a draft that two people work on says who began it and who changed it last', async () => {
  await using house = await office()
  await report(await house.as('officer').put(PATH, longan('7')))
  const once = await latest(house)
  assert.deepEqual([once.savedBy, once.savedAt], [once.createdBy, once.createdAt])
  await report(await house.as('collector').put(PATH, longan('8')))
  const twice = await latest(house)
  assert.equal(twice.createdBy, once.createdBy)
  assert.notEqual(twice.savedBy, once.savedBy)
})

async function latest(house: TestHouse): Promise<ReportVersion> {
  const answer = await house.as('officer').get(`${PATH}/history`)
  return ((await answer.json()) as { versions: ReportVersion[] }).versions[0]!
}
