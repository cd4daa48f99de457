// All directives at once. What the database counts is what the rule says of each pair.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type AskedOf, layDirective } from '../../../../test/coverage-house.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { Coverage, CoverageBoard } from '../api/coverage.ts'
import { STEPS } from '../schema.ts'

type Who = Parameters<TestHouse['as']>[0]

async function read<T = CoverageBoard>(house: TestHouse, path: string, who: Who = 'office'): Promise<T> {
  const answer = await house.as(who).get(`/api/v1${path}`)
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as T
}

async function laid(house: TestHouse) {
  await house.bring('units', COUNTRY)
  await layDirective(house, { number: '01-KL/TW', issuedOn: '2021-05-18' }, [
    { unit: 'A', due: '2022-01-10', received: '2021-12-01', done: '2022-01-12' },
    { unit: 'A2', due: '2022-01-10', received: '2021-12-02' },
    { unit: 'B', due: '2022-01-31' },
  ])
  await layDirective(house, { number: '05-CT/TW', issuedOn: '2021-09-01' }, [
    { unit: 'A', due: '2021-12-31', received: '2021-12-01' },
    { unit: 'A', due: '2022-03-31', studied: '2021-12-02' },
  ])
}

describe('the board of all directives', () => {
  test('counts by unit', async () => {
    await using house = await testHouse()
    await laid(house)
    const { units, totals, unit } = await read(house, '/coverage?unit=P')
    assert.equal(unit.name, 'Tỉnh Sơn La')
    assert.deepEqual(
      units.map((u) => [u.unitCode, u.unitName, u.asked, u.received, u.done, u.late, u.overdue, u.daysLate]),
      [
        ['A', 'Xã Nà Nghịu', 2, 2, 1, 2, 1, 15],
        ['A2', 'Xã Chiềng Cang', 1, 1, 0, 1, 1, 5],
        ['B', 'Xã Mường Bú', 1, 0, 0, 0, 0, 0],
      ],
    )
    assert.deepEqual(totals, {
      units: 3,
      directives: 2,
      asked: 4,
      received: 3,
      studied: 1,
      planned: 0,
      reported: 0,
      done: 1,
      late: 3,
      overdue: 2,
    })
  })

  test('counts by directive, the latest first, page by page', async () => {
    await using house = await testHouse()
    await laid(house)
    const first = await read(house, '/coverage?unit=P&by=directives&limit=1')
    const second = await read(house, `/coverage?unit=P&by=directives&limit=1&after=${first.nextCursor}`)
    assert.deepEqual(
      [first, second].flatMap(({ directives }) => directives.map((d) => [d.directive, d.asked, d.overdue])),
      [
        ['05-CT/TW', 1, 1],
        ['01-KL/TW', 3, 1],
      ],
    )
    assert.deepEqual([second.nextCursor, second.totals.directives], [null, 2])
  })

  test('is narrowed by day of issue, by step and by lateness; totals are those of the days alone', async () => {
    await using house = await testHouse()
    await laid(house)
    const early = await read(house, '/coverage?unit=P&to=2021-06-30')
    assert.deepEqual([early.totals.directives, early.totals.asked], [1, 3])
    const late = await read(house, '/coverage?unit=P&late=true')
    assert.deepEqual([late.units.map((u) => u.unitCode), late.totals.units], [['A', 'A2'], 3])
    const missing = await read(house, '/coverage?unit=P&by=directives&missing=received')
    assert.deepEqual(
      missing.directives.map(({ directive }) => directive),
      ['01-KL/TW'],
    )
  })

  test('has the units that the caller reaches', async () => {
    await using house = await testHouse()
    await laid(house)
    const { units } = await read(house, '/coverage?unit=D1', 'verifier')
    assert.deepEqual(
      units.map(({ unitCode }) => unitCode),
      ['A', 'A2'],
    )
    assert.equal((await house.as('verifier').get('/api/v1/coverage?unit=P')).status, 403)
  })

  test('as a file names units or directives', async () => {
    await using house = await testHouse()
    await laid(house)
    const csv = async (by: string) => {
      const answer = await house.as('office').get(`/api/v1/coverage.csv?unit=P&by=${by}&lang=en`)
      return (await answer.text()).split('\r\n')[1]
    }
    assert.equal(await csv('units'), 'A,Xã Nà Nghịu,2,2,1,0,0,1,2,1,15')
    assert.match((await csv('directives'))!, /^05-CT\/TW,2021-09-01,Bộ Chính trị,.*,1,1,1,0,0,0,1,1,15$/)
  })
})

const day = fc.constantFrom('2021-11-30', '2021-12-15', '2022-01-14', '2022-01-15', '2022-01-16', undefined)
const asked = fc.record({
  unit: fc.constantFrom('A', 'A2', 'B'),
  due: fc.option(fc.constantFrom('2021-12-10', '2022-01-14', '2022-01-15', '2022-01-20')),
  received: day,
  studied: day,
  planned: day,
  reported: day,
  done: day,
})

test('agrees with the board of each directive, whatever the days', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  const directives = fc.array(fc.array(asked, { minLength: 1, maxLength: 6 }), {
    minLength: 12,
    maxLength: 12,
  })
  const ids: number[] = []
  for (const rows of fc.sample(directives, { numRuns: 4, seed: 126 }).flat())
    ids.push(await layDirective(house, { number: `${ids.length + 1}-CT/TW` }, rows as AskedOf[]))
  for (const on of ['2021-12-20', '2022-01-15', '2022-01-16']) {
    const boards = new Map<string, Coverage>()
    for (const id of ids)
      boards.set(String(id), await read<Coverage>(house, `/directives/${id}/coverage?on=${on}`))
    const all = await read(house, `/coverage?unit=P&by=directives&on=${on}`)
    assert.equal(all.directives.length, ids.length)
    for (const line of all.directives) {
      const { totals, units } = boards.get(line.id)!
      const { asked: pairs, daysLate, ...counts } = line
      for (const step of [...STEPS, 'late', 'overdue'] as const)
        assert.equal(counts[step], totals[step], `${step} of ${line.directive} on ${on}`)
      assert.deepEqual([pairs, daysLate], [totals.units, Math.max(...units.map((u) => u.daysLate))])
    }
  }
})
