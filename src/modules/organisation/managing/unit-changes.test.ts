import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { UnitDetail } from '../api/unit.ts'
import type { ChangeAnswer, ChangeInput } from '../api/unit-changes.ts'
import type { Timeline } from '../api.ts'
import { organisationChecks } from '../checks.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,formula
area,Diện tích,ha,sum,last,
rank,Thứ hạng,bậc,none,none,
score,Điểm,điểm,mean,none,
share,Tỷ lệ,%,none,none,{area} * 100 / 1000
`
const VALUES = `indicator,unit_code,period,value
area,A,2021,842
area,A2,2021,55
area,B,2021,10
rank,A,2021,3
score,A2,2021,7
`
const DATE = '2025-07-01'
const BASIS = '1681/NQ-UBTVQH15'

async function country(): Promise<TestHouse> {
  const house = await testHouse({ now: '2026-01-15T02:00:00Z' })
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  await house.bring('values', VALUES)
  return house
}
const MERGE: ChangeInput = {
  kind: 'merge',
  predecessors: ['A', 'A2'],
  successors: [{ code: 'A', name: 'Xã Sông Mã', kind: 'xã' }],
}
const order = (...changes: ChangeInput[]) => ({ date: DATE, basis: BASIS, changes })
const dryRun = async (house: TestHouse, body: object): Promise<ChangeAnswer> => {
  const res = await house.as('office').post('/api/v1/unit-changes?dryRun=true&lang=en', body)
  assert.equal(res.status, 200, await res.clone().text())
  return (await res.json()) as ChangeAnswer
}
const commit = (house: TestHouse, body: object) =>
  house.as('office').post('/api/v1/unit-changes?lang=en', body)

type Row = { unitCode: string; value: string | null; restated: boolean; notRestated: object | null }
async function rollup(house: TestHouse, query: string): Promise<Row[]> {
  const res = await house.as('nobody').get(`/api/v1/rollup?indicator=area&period=2021&${query}`)
  return ((await res.json()) as { rows: Row[] }).rows
}
async function units(house: TestHouse, on: string) {
  const res = await house.as('nobody').get(`/api/v1/units?on=${on}`)
  const { units } = (await res.json()) as {
    units: { id: string; code: string; name: string; level: number }[]
  }
  return units
}
const assertWhole = async (house: TestHouse) =>
  assert.deepEqual((await organisationChecks[0]!.run(house.db)).differences, [])
const counts = async ({ db }: TestHouse) => {
  const tables = [
    'units',
    'unit_states',
    'successions',
    'unit_tree',
    'audit_entries',
    'rollup_pending',
  ] as const
  const all = []
  for (const table of tables) all.push((await db.selectFrom(table).selectAll().execute()).length)
  return all
}

describe('a merger', () => {
  test('is told before it is made: trees, flows that add up, series, and nothing is written', async () => {
    await using house = await country()
    const before = await counts(house)
    const told = await dryRun(house, { ...order(MERGE), sample: { indicator: 'area', period: '2021' } })
    assert.equal(told.possible, true)
    assert.deepEqual(
      told.before.map(({ code, name, what, value }) => [code, name, what, value]),
      [
        ['A', 'Xã Nà Nghịu', 'ends', '842'],
        ['A2', 'Xã Chiềng Cang', 'ends', '55'],
      ],
    )
    assert.deepEqual(
      told.after.map(({ code, name, what, value, parent }) => [code, name, what, value, parent?.code]),
      [['A', 'Xã Sông Mã', 'begins', '897', 'D1']],
    )
    assert.deepEqual(
      told.flows.map(({ from, into, share, kind }) => [from, into, share, kind]),
      told.before.map(({ id }) => [id, told.after[0]!.id, '1', 'merge']),
    )
    assert.deepEqual([told.sample?.before, told.sample?.after], ['897', '897'])
    assert.deepEqual(
      told.series.map(({ indicator, how, values }) => [indicator.code, how, values]),
      [
        ['area', 'added', 2],
        ['rank', 'stays', 1],
        ['score', 'recomputed', 1],
        ['share', 'recomputed', 2],
      ],
    )
    assert.deepEqual(await counts(house), before)
  })

  test('that is made restates the series and keeps the total at the root', async () => {
    await using house = await country()
    const [root] = await rollup(house, 'unit=P')
    const res = await commit(house, order(MERGE))
    assert.equal(res.status, 200, await res.clone().text())

    assert.deepEqual((await units(house, DATE)).map(({ code, name }) => `${code} ${name}`).slice(0, 2), [
      'A Xã Sông Mã',
      'B Xã Mường Bú',
    ])
    const [now] = await rollup(house, 'unit=A&borders=now')
    assert.deepEqual([now!.value, now!.restated], ['897', true])
    const [then] = await rollup(house, 'unit=A&borders=then')
    assert.equal(then!.value, '842')
    for (const borders of ['then', 'now', DATE]) {
      const [after] = await rollup(house, `unit=P&borders=${borders}`)
      assert.equal(after!.value, root!.value)
    }
    await assertWhole(house)
    assert.equal((await house.auditActions()).at(-1), 'unit.change')

    const [merged] = await units(house, DATE)
    const timeline = (await (
      await house.as('nobody').get(`/api/v1/units/${merged!.id}/timeline`)
    ).json()) as Timeline
    assert.deepEqual(
      timeline.events.map(({ kind, basis, from }) => [kind, basis, from.length]),
      [['merge', BASIS, 2]],
    )
  })

  test('says whose grants reach the new unit no longer', async () => {
    await using house = await country()
    await house.as('officer').get('/api/v1/session')
    await house.as('verifier').get('/api/v1/session')
    const { grants } = await dryRun(house, order(MERGE))
    assert.deepEqual(
      grants.map(({ account, role, effect, own, unit, into }) => [
        account.split('-')[0],
        role,
        effect,
        own,
        unit.name,
        into?.name,
      ]),
      [['officer', 'unit-officer', 'loses', true, 'Xã Nà Nghịu', 'Xã Sông Mã']],
    )
  })

  test('is refused with the list of records that hang on the units after that day', async () => {
    await using house = await country()
    await house.bring(
      'targets',
      'indicator,unit_code,period,value\narea,A,2025,1\narea,A2,2026,2\narea,A,2021,3\n',
    )
    const told = await dryRun(house, order(MERGE))
    assert.equal(told.possible, false)
    assert.deepEqual(told.refusals.map(({ records }) => records).sort(), [['area 2025'], ['area 2026']])
    const before = await counts(house)
    const res = await commit(house, order(MERGE))
    assert.equal(res.status, 422)
    const { code, errors } = (await res.json()) as {
      code: string
      errors: { path: string; message: string }[]
    }
    assert.equal(code, 'unitChange.refused')
    assert.ok(errors.some(({ path, message }) => path === 'changes.0' && message.includes('area 2025')))
    assert.deepEqual(await counts(house), before)
  })

  test('tells the targets that stay behind, and reports that are still open', async () => {
    await using house = await country()
    await house.bring('targets', 'indicator,unit_code,period,value\narea,A,2021,3\narea,A,2020,3\n')
    await house.bring('values', 'indicator,unit_code,period,value,state\narea,A2,2020,4,draft\n')
    const { targets, openReports } = await dryRun(house, order(MERGE))
    assert.deepEqual(
      targets.map(({ unit, targets, from, to }) => [unit.code, targets, from, to]),
      [['A', 2, '2020', '2021']],
    )
    assert.deepEqual(
      openReports.map(({ unit, period, state }) => [unit.code, period, state]),
      [['A2', '2020', 'draft']],
    )
  })
})

describe('other changes', () => {
  test('a whole reform: districts abolished, communes merged, the rest moves up', async () => {
    await using house = await country()
    const body = order({ kind: 'abolish', predecessors: ['D1', 'D2'] }, MERGE)
    const told = await dryRun(house, body)
    assert.equal(told.possible, true, JSON.stringify(told.refusals))
    assert.deepEqual(
      told.after.map(({ code, what, parent, level }) => [code, what, parent?.code, level]),
      [
        ['A', 'begins', 'P', 2],
        ['B', 'moves', 'P', 2],
      ],
    )
    assert.equal((await commit(house, body)).status, 200)
    const [root] = await rollup(house, 'unit=P&borders=now')
    assert.equal(root!.value, '907')
    await assertWhole(house)
  })

  test('values of units that ended before are told too: they are restated through those that end now', async () => {
    await using house = await country()
    assert.equal((await commit(house, order(MERGE))).status, 200)
    const again: ChangeInput = {
      kind: 'merge',
      predecessors: ['A', 'B'],
      successors: [{ code: 'A', name: 'Xã Lớn', kind: 'xã' }],
    }
    const told = await dryRun(house, { ...order(again), date: '2026-01-01' })
    const area = told.series.find(({ indicator }) => indicator.code === 'area')
    assert.deepEqual([area?.how, area?.values], ['added', 3])
  })

  test('a split with unknown shares gives no value below, and says so', async () => {
    await using house = await country()
    const split: ChangeInput = {
      kind: 'split',
      predecessors: ['A'],
      successors: [
        { code: 'A', name: 'Xã Một', kind: 'xã' },
        { code: 'A9', name: 'Xã Hai', kind: 'xã' },
      ],
    }
    const told = await dryRun(house, { ...order(split), sample: { indicator: 'area', period: '2021' } })
    assert.equal(told.series.find(({ indicator }) => indicator.code === 'area')?.how, 'notRestated')
    assert.deepEqual([told.sample?.before, told.sample?.after], ['842', null])

    const shares = ['0.25', '0.75'].map((share, n) => ({
      from: 'A',
      into: split.successors![n]!.code,
      share,
    }))
    const known = await dryRun(house, {
      ...order({ ...split, shares }),
      sample: { indicator: 'area', period: '2021' },
    })
    assert.equal(known.series.find(({ indicator }) => indicator.code === 'area')?.how, 'shared')
    assert.deepEqual(
      known.after.map(({ value }) => value),
      ['210.5', '631.5'],
    )
    const wrong = shares.map((share) => ({ ...share, share: '0.6' }))
    const refused = await dryRun(house, order({ ...split, shares: wrong }))
    assert.match(refused.refusals[0]!.message, /1\.2/)
  })

  test('a part that is transferred, and its share told later', async () => {
    await using house = await country()
    const transfer = (share: string | null): ChangeInput => ({
      kind: 'transfer',
      predecessors: ['A'],
      successors: [{ code: 'A2' }],
      shares: [{ from: 'A', into: 'A2', share }],
    })
    assert.equal((await commit(house, order(transfer(null)))).status, 200)
    const [unknown] = await rollup(house, 'unit=A&borders=now')
    assert.equal(unknown!.value, null)
    assert.equal((await commit(house, order(transfer('0.1')))).status, 200)
    const [known] = await rollup(house, 'unit=A&borders=now')
    assert.equal(known!.value, '757.8')
    await assertWhole(house)
    const again = await dryRun(house, order(transfer('0.1')))
    assert.deepEqual(
      again.refusals.map(({ code }) => code),
      ['change.nothing'],
    )
  })

  test('a rename keeps the unit, one with a new code passes everything on', async () => {
    await using house = await country()
    const rename = (code: string): ChangeInput => ({
      kind: 'rename',
      predecessors: ['D1'],
      successors: [{ code, name: 'Huyện Mới', kind: 'huyện' }],
    })
    const told = await dryRun(house, order(rename('D1')))
    assert.deepEqual(
      told.after.map(({ code, what, name }) => [code, what, name]),
      [['D1', 'changes', 'Huyện Mới']],
    )
    const recoded = await dryRun(house, order(rename('D9')))
    assert.deepEqual(
      recoded.after.map(({ code, what, parent }) => [code, what, parent?.code]),
      [
        ['A', 'moves', 'D9'],
        ['A2', 'moves', 'D9'],
        ['D9', 'begins', 'P'],
      ],
    )
    assert.equal((await commit(house, order(rename('D9')))).status, 200)
    const [now] = await rollup(house, 'unit=D9&borders=now')
    assert.equal(now!.value, '897')
    await assertWhole(house)
  })

  test('a unit that is created needs a name, and a code that nobody holds', async () => {
    await using house = await country()
    const create = (code: string, more: object = {}): ChangeInput => ({
      kind: 'create',
      successors: [{ code, parent: 'D2', ...more }],
    })
    const codes = async (change: ChangeInput) =>
      (await dryRun(house, order(change))).refusals.map(({ code }) => code)
    assert.deepEqual(await codes(create('A', { name: 'Xã', kind: 'xã' })), ['change.codeHeld'])
    assert.deepEqual(await codes(create('N')), ['change.nameMissing'])
    assert.deepEqual(await codes(create('N', { name: 'Xã', kind: 'xã', parent: 'ZZ' })), [
      'unit.parentUnknown',
    ])
    assert.deepEqual(await codes({ kind: 'merge', predecessors: ['A'], successors: [{ code: 'A' }] }), [
      'change.shape',
    ])

    assert.equal((await commit(house, order(create('N', { name: 'Xã Mới', kind: 'xã' })))).status, 200)
    const made = (await units(house, DATE)).find(({ code }) => code === 'N')!
    const res = await house.as('nobody').get(`/api/v1/units/${made.id}?on=2020-01-01`)
    const detail = (await res.json()) as UnitDetail
    assert.deepEqual(
      [detail.name, detail.beginsOn, detail.on, detail.places[0]!.above.map(({ code }) => code)],
      ['Xã Mới', DATE, DATE, ['P', 'D2']],
    )
  })

  test('is no business of an office of one district', async () => {
    await using house = await country()
    const post = async (persona: 'office' | 'officer' | 'administrator', unit?: string) =>
      (await house.as(persona, unit).post('/api/v1/unit-changes?dryRun=true', order(MERGE))).status
    assert.equal(await post('office', 'D1'), 403)
    assert.equal(await post('officer'), 403)
    assert.equal(await post('administrator'), 200)
  })
})
