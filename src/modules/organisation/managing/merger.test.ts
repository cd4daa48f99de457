import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  assertWhole,
  BASIS,
  commit,
  country,
  counts,
  DATE,
  dryRun,
  MERGE,
  order,
  rollup,
  units,
} from '../../../../test/changed-country.ts'
import type { Timeline } from '../api.ts'

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
