import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Big } from '#kernel/decimal.ts'
import { indicatorChecks, reportHistory, rollup } from '#modules/indicators/index.ts'
import type { LineageLeaf, LineageNode } from '#modules/indicators/schema.ts'
import { listCodes, listNeighbours, listTiles, loadTree, unitByCode } from '#modules/organisation/index.ts'
import { figureLineage, getFigures } from '#modules/programmes/index.ts'
import { verifyPassword } from '#platform/auth/password.ts'
import { findAccount } from '#platform/auth/store/accounts.ts'
import type { House } from '#platform/db/house.ts'
import { isDemo } from '#platform/db/installation.ts'
import { actorOf } from '../src/actor.ts'
import { openTestDatabase } from '../test/database.ts'
import { OF_YEAR } from './load/days.ts'
import { demoAccounts, loadDemo } from './load.ts'

const TODAY = '2026-11-22'
const opened: { house?: House } = {}
const db = () => opened.house!.db
before(async () => {
  opened.house = await openTestDatabase()
  await loadDemo(opened.house)
})
after(() => opened.house?.close())

const figures = (period: string, borders: string) =>
  getFigures(db(), { period, borders, today: TODAY, lang: 'vi' }).then((answer) => answer.figures)

const CASE = {
  F01: ['150', '150 ha'],
  F02: ['120', '120 ha'],
  F03: ['10271.5', 'hơn 10.270 ha'],
  F04: ['7430', '7.430 ha'],
  F05: ['1800', '1.800 ha'],
  F06: ['91', '91 ha'],
  F07: ['995400000000', 'hơn 995 tỷ đồng'],
  F08: ['3', '3'],
  F15: ['3', '3 nội dung'],
}

for (const borders of ['then', 'now'])
  test(`the figures of the real case come out of the communes' reports, in the borders of ${borders}`, async () => {
    const answer = await figures('2021', borders)
    const told = answer.map((f) => [f.key, [f.value, f.display.replaceAll('\u00a0', ' ')]])
    // A rank is of the units that were ranked: it is not carried to others
    const rank = borders === 'then' ? {} : { F08: [null, 'chưa có số'] }
    assert.deepEqual(Object.fromEntries(told), { ...CASE, ...rank })
    for (const f of answer.filter(({ key }) => key !== 'F08' && key !== 'F15'))
      assert.deepEqual([f.reported, f.expected, f.state, f.demo], [19, 19, 'official', true], f.key)
  })

test('a commune that sent nothing is missing, not zero: 18 of 19 told what they planted in 2020', async () => {
  const answer = await figures('2020', 'then')
  const planted = answer.filter(({ key }) => key === 'F01' || key === 'F02')
  assert.deepEqual(
    planted.map((f) => [f.reported, f.expected]),
    [
      [18, 19],
      [18, 19],
    ],
  )
})

test("today's Sông Mã commune holds the longan of the town and of Nà Nghịu", async () => {
  const rows = await rollup(db(), {
    indicators: ['longan_area'],
    periods: ['2021'],
    units: ['14'],
    level: 'children',
    borders: 'now',
    state: 'approved',
    today: TODAY,
  })
  assert.equal(rows.length, 9)
  assert.equal(rows.find((row) => row.unitCode === '04168')?.value, String(55 + 842))
  assert.equal(rows.reduce((sum, row) => sum.plus(row.value ?? 0), new Big(0)).toFixed(), '7430')
})

test('the lineage of the longan ends in nineteen approved reports that add up', async () => {
  const root = await figureLineage(db(), { key: 'F04', period: '2021', borders: 'then', today: TODAY })
  const leaves = leavesOf(root)
  assert.equal(leaves.length, 19)
  assert.equal(leaves.reduce((sum, leaf) => sum.plus(leaf.value ?? 0), new Big(0)).toFixed(), '7430')
  for (const leaf of leaves) assert.ok(leaf.report?.approvedAt, JSON.stringify(leaf))
})

const leavesOf = (node: LineageNode | LineageLeaf): LineageLeaf[] =>
  'parts' in node ? node.parts.flatMap(leavesOf) : [node]

test('what Chiềng Khương sent first was sent back, and somebody else approved what it sent then', async () => {
  const unit = await unitByCode(db(), '04222', OF_YEAR)
  const history = await reportHistory(db(), { indicator: 'longan_area', unitId: unit!.id, period: '2021' })
  assert.deepEqual(
    history.map((v) => [v.version, v.state, v.value, v.submittedBy, v.decidedBy]),
    [
      [2, 'approved', '1060', 'donvi.04222', 'thamdinh'],
      [1, 'returned', '1086', 'donvi.04222', 'thamdinh'],
    ],
  )
  assert.match(history[1]!.reason ?? '', /26 ha/)
  assert.ok(history[0]!.decidedAt! > history[0]!.submittedAt!)
})

test('eleven districts and a city stand until the reform, nine communes since', async () => {
  const before = await loadTree(db(), '2025-06-30')
  const since = await loadTree(db(), '2025-07-01')
  assert.equal(before.units.size, 1 + 12 + 19)
  assert.equal(since.units.size, 1 + 9)
})

test('every commune of then has its tile and its neighbours, every commune of now its tax code', async () => {
  const then = await loadTree(db(), '2021-12-31')
  const communes = [...then.units.values()].filter((unit) => unit.level === 3).map((unit) => unit.id)
  assert.equal((await listTiles(db(), communes)).length, 19)
  assert.equal((await listNeighbours(db(), communes)).length, 35)
  const now = await unitByCode(db(), '04168', { startsOn: '2025-07-01', endsOn: TODAY })
  assert.deepEqual(await listCodes(db(), now!.id, TODAY), { tms: '30315064' })
  assert.ok(!communes.includes(now!.id))
})

test('the accounts sign in, and may act where their story says, today too', async () => {
  const unit = async (code: string, days = OF_YEAR) => ({ unit: (await unitByCode(db(), code, days))!.id })
  const may = async (username: string, permission: `${string}.${string}`, code: string) => {
    const account = (await findAccount(db(), username))!
    const actor = actorOf({ accountId: account.id, username })
    return actor.may(db(), permission, await unit(code), TODAY)
  }
  assert.equal(await may('donvi.04198', 'report.submit', '04198'), true)
  assert.equal(await may('donvi.04198', 'report.submit', '04222'), false)
  assert.equal(await may('donvi.04198', 'report.approve', '04198'), false)
  assert.equal(await may('thonban', 'report.save', '04198'), true)
  assert.equal(await may('thonban', 'report.submit', '04198'), false)
  assert.equal(await may('thamdinh', 'report.approve', '04198'), true)
  assert.equal(await may('vanphong', 'report.reopen', '04222'), true)
  assert.equal(await may('lanhdao', 'report.read', '126'), true)
  assert.equal(await may('lanhdao', 'report.save', '04198'), false)
  for (const { username } of demoAccounts) {
    const account = await findAccount(db(), username)
    assert.equal(
      await verifyPassword(account!.passwordHash, opened.house!.config.demoPassword),
      true,
      username,
    )
  }
})

test('the database is marked, and every roll-up and report proves itself', async () => {
  assert.equal(await isDemo(db()), true)
  for (const check of indicatorChecks) {
    const { checked, differences } = await check.run(db())
    assert.ok(checked > 0, check.name)
    assert.deepEqual(differences, [], check.name)
  }
})
