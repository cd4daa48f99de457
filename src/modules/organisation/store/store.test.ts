import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { COUNTRY, testHouse } from '../../../../test/house.ts'
import {
  addGrant,
  listCodes,
  listGrants,
  listNeighbours,
  listTiles,
  listUnitNames,
  loadSuccession,
  loadTree,
  organisationChecks,
  reaches,
  setCodes,
  setNeighbours,
  setTiles,
  unitByCode,
  unitStateOn,
} from '../index.ts'
import { bumpRevision } from './revision.ts'

const ENDED = `code,name,kind,parent_code,valid_from,valid_to
A,Xã Nà Nghịu,xã,D1,,2024-12-31
A,Phường Nà Nghịu,phường,D1,2025-01-01,2025-06-30
`

async function openCountry() {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('units', ENDED)
  const idOf = async (code: string) =>
    (await unitByCode(house.db, code, { startsOn: '2020-01-01', endsOn: '2021-12-31' }))!.id
  return Object.assign(house, { idOf })
}

describe('what a process remembers', () => {
  test('a day’s tree is the same object until something changes', async () => {
    await using house = await openCountry()
    const tree = await loadTree(house.db, '2021-12-31')
    assert.equal(await loadTree(house.db, '2021-12-31'), tree)
    assert.equal(await house.countQueries(() => loadTree(house.db, '2021-06-30')), 1)
    await house.bring('units', 'code,name,kind,parent_code,valid_from,valid_to\nC,Xã C,xã,D1,,\n')
    assert.equal((await loadTree(house.db, '2021-12-31')).units.size, tree.units.size + 1)
  })

  test('a change that is rolled back is forgotten', async () => {
    await using house = await openCountry()
    const before = (await loadTree(house.db, '2021-12-31')).units.size
    const inside = house.transact(async (tx) => {
      await tx.deleteFrom('unit_tree').execute()
      await tx.deleteFrom('unit_states').where('code', '=', 'B').execute()
      await bumpRevision(tx)
      assert.equal((await loadTree(tx, '2021-12-31')).units.size, before - 1)
      throw new Error('rolled back')
    })
    await assert.rejects(inside, /rolled back/)
    assert.equal((await loadTree(house.db, '2021-12-31')).units.size, before)
  })
})

describe('units by id', () => {
  test('are called as on the day, an ended one as on its last', async () => {
    await using house = await openCountry()
    const id = await house.idOf('A')
    assert.equal((await unitStateOn(house.db, id, '2021-12-31')).name, 'Xã Nà Nghịu')
    assert.equal((await unitStateOn(house.db, id, '2026-01-01')).name, 'Phường Nà Nghịu')
    assert.deepEqual(await listUnitNames(house.db, [0, id], '2026-01-01'), [
      { id, code: 'A', name: 'Phường Nà Nghịu', nameEn: null },
    ])
    assert.equal((await loadSuccession(house.db)).endsOn(id), '2025-06-30')
    await assert.rejects(unitStateOn(house.db, 0, '2021-12-31'), /There is no unit 0/)
  })
})

describe('a grant', () => {
  test('reaches the subtree of its unit, and an ended unit through the tree of its last day', async () => {
    await using house = await openCountry()
    const [d1, a, b, p] = await Promise.all(['D1', 'A', 'B', 'P'].map(house.idOf))
    const reached = (holder: number, place: number) => reaches(house.db, [holder], place, '2026-01-01')
    assert.deepEqual(
      await Promise.all([
        reached(d1!, a!),
        reached(p!, a!),
        reached(a!, a!),
        reached(d1!, b!),
        reached(a!, d1!),
      ]),
      [true, true, true, false, false],
    )
    assert.equal(await reaches(house.db, [], a!, '2026-01-01'), false)
  })

  test('is held from a day to a day, at a unit or everywhere', async () => {
    await using house = await openCountry()
    const unitId = await house.idOf('A')
    const accountId = await house.transact(async (tx) => {
      const account = { username: 'nguoi', password_hash: '', created_at: house.clock.now }
      const { id } = await tx.insertInto('accounts').values(account).returning('id').executeTakeFirstOrThrow()
      await addGrant(tx, { accountId: id, role: 'office', unitId: null })
      await addGrant(tx, {
        accountId: id,
        role: 'verifier',
        unitId,
        validFrom: '2021-01-01',
        validTo: '2021-12-31',
      })
      return id
    })
    const rolesOn = async (day: string) =>
      (await listGrants(house.db, accountId, day)).map(({ role, unit }) => [role, unit])
    assert.deepEqual(await rolesOn('2021-12-31'), [
      ['office', null],
      ['verifier', 'A'],
    ])
    assert.deepEqual(await rolesOn('2022-01-01'), [['office', null]])
  })
})

describe('the map', () => {
  test('keeps neighbours both ways and tiles as they were set last', async () => {
    await using house = await openCountry()
    const [a, a2, b] = await Promise.all(['A', 'A2', 'B'].map(house.idOf))
    await house.transact(async (tx) => {
      await setNeighbours(tx, [[a!, b!]])
      await setNeighbours(tx, [
        [a2!, a!],
        [a!, a2!],
        [a2!, b!],
      ])
      await setTiles(tx, [{ unitId: a!, row: 0, x: 0, bank: 'north', riverOrder: 0 }])
      await setTiles(tx, [{ unitId: a!, row: 1, x: 0.5, bank: 'south', riverOrder: 2 }])
    })
    const pairs = [
      [a!, a2!],
      [a2!, b!],
    ].map((pair) => pair.sort((x, y) => x - y))
    assert.deepEqual(
      await listNeighbours(house.db, [a!, a2!, b!]),
      pairs.sort(([x], [y]) => x! - y!),
    )
    assert.deepEqual(await listNeighbours(house.db, [a!, b!]), [])
    assert.deepEqual(await listTiles(house.db, [a!, b!]), [
      { unitId: a!, row: 1, x: 0.5, bank: 'south', riverOrder: 2 },
    ])
  })

  test('keeps codes of other offices by scheme and day', async () => {
    await using house = await openCountry()
    const unitId = await house.idOf('A')
    await house.transact((tx) =>
      setCodes(tx, [{ unitId, scheme: 'tms', code: '30315064', validFrom: '2021-01-01' }]),
    )
    assert.deepEqual(await listCodes(house.db, unitId, '2021-12-31'), { tms: '30315064' })
    assert.deepEqual(await listCodes(house.db, unitId, '2020-12-31'), {})
  })
})

describe('songma verify', () => {
  const tampering: [name: string, statement: string, difference: string][] = [
    [
      'a parent',
      `update unit_states set parent_id = (select unit_id from unit_states where code = 'D2') where code = 'A2'`,
      'missing',
    ],
    [
      'a day',
      `update unit_states set valid_to = '2025-07-31' where code = 'A' and valid_from = '2025-01-01'`,
      'life',
    ],
    [
      'an overlap',
      `update unit_states set valid_to = '2025-03-31' where code = 'A' and valid_to = '2024-12-31'`,
      'overlap',
    ],
    [
      'a share',
      `insert into successions (old_unit_id, new_unit_id, on_date, share, kind)
      select a.unit_id, b.unit_id, '2025-07-01', 0.5, 'merge' from unit_states a, unit_states b
      where a.code = 'A' and a.valid_from = '2025-01-01' and b.code = 'B'`,
      'sharesDoNotAddUp',
    ],
    ['the tree', `delete from unit_tree where depth = 2`, 'missing'],
  ]
  for (const [name, statement, difference] of tampering)
    test(`finds ${name} that was changed behind its back`, async () => {
      await using house = await openCountry()
      const [check] = organisationChecks
      assert.deepEqual((await check!.run(house.db)).differences, [])
      await house.transact((tx) => sql.raw(statement).execute(tx))
      const { differences } = await check!.run(house.db)
      assert.ok(
        differences.some((one) => 'difference' in one && one.difference === difference),
        JSON.stringify(differences),
      )
    })
})
