import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, testHouse } from '../../../test/house.ts'
import type { Timeline, Unit } from './api.ts'

const REFORM = `code,name,kind,parent_code,valid_from,valid_to
D1,Huyện Sông Mã,huyện,P,,2025-06-30
A,Xã Nà Nghịu,xã,D1,,2025-06-30
A2,Xã Chiềng Cang,xã,D1,,2025-06-30
A,Xã Sông Mã,xã,P,2025-07-01,
`
const SUCCESSION = `old_code,new_code,date,share,kind,basis
A,A,2025-07-01,1,merge,1681/NQ-UBTVQH15
A2,A,2025-07-01,1,merge,1681/NQ-UBTVQH15
`

/** COUNTRY, and the reform of 2025 for half of it. */
async function reformed() {
  const house = await testHouse({ now: '2026-01-15T02:00:00Z' })
  await house.bring('units', COUNTRY)
  await house.bring('units', REFORM)
  await house.bring('succession', SUCCESSION)
  return house
}

describe('GET /api/v1/units', () => {
  test('gives anybody the tree of a day, by code', async () => {
    await using house = await reformed()
    const res = await house.as('nobody').get('/api/v1/units?on=2025-06-30')
    assert.equal(res.status, 200)
    const { on, units } = (await res.json()) as { on: string; units: Unit[] }
    assert.equal(on, '2025-06-30')
    assert.deepEqual(
      units.map((unit) => `${unit.level} ${unit.code}`),
      ['3 A', '3 A2', '3 B', '2 D1', '2 D2', '1 P'],
    )

    const [commune, district] = [units[0]!, units[3]!]
    assert.equal(commune.parentId, district.id)
    assert.deepEqual(
      { ...commune, id: '', parentId: '' },
      {
        id: '',
        code: 'A',
        name: 'Xã Nà Nghịu',
        nameEn: null,
        kind: 'xã',
        level: 3,
        parentId: '',
        validFrom: null,
        validTo: '2025-06-30',
      },
    )
  })

  test('takes today when no day is given, and tells a code’s new holder apart', async () => {
    await using house = await reformed()
    const list = async (query: string) =>
      (await (await house.as('nobody').get(`/api/v1/units${query}`)).json()) as { on: string; units: Unit[] }
    const now = await list('')
    assert.equal(now.on, '2026-01-15')
    assert.deepEqual(
      now.units.map((unit) => unit.code),
      ['A', 'B', 'D2', 'P'],
    )
    const then = await list('?on=2025-06-30')
    assert.notEqual(now.units[0]!.id, then.units[0]!.id)
    assert.equal(now.units.at(-1)!.id, then.units.at(-1)!.id)
  })

  test('says in a sentence what is wrong with a day', async () => {
    await using house = await reformed()
    for (const day of ['2025-02-30', '30/06/2025', '']) {
      const res = await house.as('nobody').get(`/api/v1/units?on=${day}&lang=en`)
      assert.equal(res.status, 400)
      const { errors } = (await res.json()) as { errors: { path: string; message: string }[] }
      assert.equal(errors[0]!.path, 'on')
      assert.match(errors[0]!.message, /date.*YYYY-MM-DD/)
    }
  })

  test('knows only hierarchies in which somebody stands', async () => {
    await using house = await testHouse()
    assert.equal((await house.as('nobody').get('/api/v1/units?hierarchy=state')).status, 200)
    const res = await house.as('nobody').get('/api/v1/units?hierarchy=party')
    assert.equal(res.status, 404)
    assert.equal(((await res.json()) as { code: string }).code, 'organisation.treeNotFound')
  })
})

describe('GET /api/v1/units/:id/timeline', () => {
  test('tells how a unit came, with the others as they were called then', async () => {
    await using house = await reformed()
    const { units } = (await (await house.as('nobody').get('/api/v1/units')).json()) as { units: Unit[] }
    const res = await house.as('nobody').get(`/api/v1/units/${units[0]!.id}/timeline`)
    assert.equal(res.status, 200)
    const { unit, events } = (await res.json()) as Timeline
    assert.deepEqual([unit.name, unit.beginsOn, unit.endsOn], ['Xã Sông Mã', '2025-07-01', null])
    assert.deepEqual(
      events.map(({ date, kind, basis, from }) => [
        date,
        kind,
        basis,
        from.map(({ name, share }) => [name, share]),
      ]),
      [
        [
          '2025-07-01',
          'merge',
          '1681/NQ-UBTVQH15',
          [
            ['Xã Nà Nghịu', '1'],
            ['Xã Chiềng Cang', '1'],
          ],
        ],
      ],
    )
  })

  test('answers 404 for what is no unit', async () => {
    await using house = await reformed()
    for (const id of ['0', '999999', 'A', '12345678901'])
      assert.equal((await house.as('nobody').get(`/api/v1/units/${id}/timeline`)).status, 404)
  })
})
