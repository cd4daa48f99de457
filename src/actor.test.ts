import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addGrant, unitByCode } from '#modules/organisation/index.ts'
import { insertAccount } from '#platform/auth/store/accounts.ts'
import type { Permission, Place } from '#platform/http/endpoint.ts'
import { type TestHouse, testHouse } from '../test/house.ts'
import { actorOf } from './actor.ts'

/** Two roots; the district D1 ended with its level in 2025, and commune A was absorbed by A2. */
const REFORM = `code,name,kind,parent_code,valid_from,valid_to
P,Tỉnh Sơn La,tỉnh,,,
Q,Tỉnh Điện Biên,tỉnh,,,
D1,Huyện Sông Mã,huyện,P,,2025-06-30
A,Xã Nà Nghịu,xã,D1,,2025-06-30
A2,Xã Sông Mã,xã,D1,,2025-06-30
A2,Xã Sông Mã,xã,P,2025-07-01,
`
const BEFORE = '2021-12-31'
const AFTER = '2026-01-01'
type Held = { role: string; unit: string | null; field?: string; validFrom?: string; validTo?: string }

const unitId = async (house: TestHouse, code: string) =>
  (await unitByCode(house.db, code, { startsOn: '2021-01-01', endsOn: AFTER }))!.id

async function actorWith(house: TestHouse, ...grants: Held[]) {
  const now = house.clock.now
  const username = `account-${crypto.randomUUID()}`
  const accountId = await house.transact((tx) => insertAccount(tx, { username, passwordHash: '', now }))
  for (const { unit, ...grant } of grants) {
    const at = unit ? await unitId(house, unit) : null
    await house.transact((tx) => addGrant(tx, { accountId, unitId: at, ...grant }))
  }
  const actor = actorOf({ accountId, username })
  return async (permission: Permission, place: string, today: string, field?: string) => {
    const at: Place =
      place === 'everywhere' || place === 'somewhere'
        ? place
        : { unit: await unitId(house, place), ...(field !== undefined && { field }) }
    return actor.may(house.db, permission, at, today)
  }
}

async function reformedHouse() {
  const house = await testHouse()
  await house.bring('units', REFORM)
  return house
}

describe('a permission held at a unit', () => {
  test('reaches its subtree and nothing beside or above it', async () => {
    await using house = await reformedHouse()
    const may = await actorWith(house, { role: 'verifier', unit: 'D1' })
    for (const [place, expected] of [
      ['D1', true],
      ['A', true],
      ['P', false],
      ['Q', false],
      ['somewhere', true],
      ['everywhere', false],
    ] as const)
      assert.equal(await may('report.approve', place, BEFORE), expected, place)
    assert.ok(!(await may('report.save', 'A', BEFORE)), 'what the role does not give')
  })

  test('at an ended unit reaches what stood under it on the last day, not what has moved on', async () => {
    await using house = await reformedHouse()
    const may = await actorWith(house, { role: 'verifier', unit: 'D1' })
    assert.ok(await may('report.approve', 'A', AFTER))
    assert.ok(!(await may('report.approve', 'A2', AFTER)))
  })

  test('above an ended unit reaches it still', async () => {
    await using house = await reformedHouse()
    const may = await actorWith(house, { role: 'verifier', unit: 'P' })
    assert.ok(await may('report.approve', 'A', AFTER))
  })

  test('holds from a day to a day', async () => {
    await using house = await reformedHouse()
    const days = { validFrom: '2021-01-01', validTo: BEFORE }
    const may = await actorWith(house, { role: 'verifier', unit: 'P', ...days })
    for (const [today, expected] of [
      ['2020-12-31', false],
      ['2021-01-01', true],
      [BEFORE, true],
      ['2022-01-01', false],
    ] as const)
      assert.equal(await may('report.approve', 'A', today), expected, today)
  })
})

describe('a permission limited to a field of work', () => {
  test('holds where the place names that field; where none is named, only reading', async () => {
    await using house = await reformedHouse()
    const may = await actorWith(house, { role: 'verifier', unit: 'D1', field: 'agriculture' })
    for (const [permission, field, expected] of [
      ['report.approve', 'agriculture', true],
      ['report.approve', 'housing', false],
      ['report.approve', undefined, false],
      ['report.read', 'agriculture', true],
      ['report.read', 'housing', false],
      ['report.read', undefined, true],
    ] as const)
      assert.equal(await may(permission, 'A', BEFORE, field), expected, `${permission} ${field}`)
    assert.ok(!(await may('report.approve', 'P', BEFORE, 'agriculture')), 'above its unit')
    assert.ok(await may('report.approve', 'somewhere', BEFORE))
  })

  test('is no permission everywhere, though held without a unit', async () => {
    await using house = await reformedHouse()
    const may = await actorWith(house, { role: 'office', unit: null, field: 'housing' })
    assert.ok(!(await may('definition.change', 'everywhere', AFTER)))
    assert.ok(await may('report.approve', 'A', AFTER, 'housing'))
  })
})

describe('everywhere', () => {
  test('is a grant without a unit, or one at every root of the day', async () => {
    await using house = await reformedHouse()
    const free = await actorWith(house, { role: 'office', unit: null })
    const both = await actorWith(house, { role: 'office', unit: 'P' }, { role: 'office', unit: 'Q' })
    const one = await actorWith(house, { role: 'office', unit: 'P' }, { role: 'leader', unit: 'Q' })
    assert.ok(await free('import.units', 'everywhere', AFTER))
    assert.ok(await both('import.units', 'everywhere', AFTER))
    assert.ok(!(await one('import.units', 'everywhere', AFTER)))
  })

  test('is held without a unit also where there are no units yet', async () => {
    await using house = await testHouse()
    const may = await actorWith(house, { role: 'administrator', unit: null })
    assert.ok(await may('import.units', 'everywhere', AFTER))
  })
})

test('no grant, or a role that is no longer known, may do nothing anywhere', async () => {
  await using house = await reformedHouse()
  const none = await actorWith(house)
  const unknown = await actorWith(house, { role: 'toString', unit: null }, { role: 'king', unit: null })
  for (const place of ['A', 'everywhere', 'somewhere']) {
    assert.ok(!(await none('report.read', place, BEFORE)))
    assert.ok(!(await unknown('report.read', place, BEFORE)))
  }
})
