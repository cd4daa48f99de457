import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  assertWhole,
  commit,
  country,
  DATE,
  dryRun,
  MERGE,
  order,
  rollup,
  units,
} from '../../../../test/changed-country.ts'
import type { UnitDetail } from '../api/unit.ts'
import type { ChangeInput } from '../api/unit-changes.ts'

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
