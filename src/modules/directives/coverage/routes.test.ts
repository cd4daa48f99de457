// How far a directive has come, over HTTP: whose rows, which of them, and as which file.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { layDirective } from '../../../../test/coverage-house.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { Coverage } from '../api/coverage.ts'

/** Today is 2022-01-15. */
const ROWS = [
  { unit: 'A', due: '2022-01-10', received: '2021-12-01', studied: '2021-12-05', done: '2022-01-12' },
  { unit: 'A2', due: '2022-01-10', received: '2021-12-02' },
  { unit: 'B', due: '2022-01-31' },
  { unit: 'D1', due: '2021-12-31', received: '2021-12-01', done: '2021-12-20', reported: '2021-12-20' },
]

async function laid(house: TestHouse): Promise<string> {
  await house.bring('units', COUNTRY)
  return `/api/v1/directives/${await layDirective(house, {}, ROWS)}/coverage`
}
type Who = Parameters<TestHouse['as']>

async function read(house: TestHouse, path: string, ...who: Who): Promise<Coverage> {
  const answer = await house.as(...who).get(path)
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as Coverage
}
const codes = ({ units }: Coverage) => units.map(({ unitCode }) => unitCode)

describe('the board of a directive', () => {
  test('has each unit with the day of each step and its days late, and the totals', async () => {
    await using house = await testHouse()
    const path = await laid(house)
    const { directive, on, units, totals } = await read(house, path, 'office')
    assert.deepEqual([directive, on], ['01-KL/TW', '2022-01-15'])
    const { unitId: _id, occurrenceId: _one, ...a } = units[0]!
    assert.deepEqual(a, {
      unitCode: 'A',
      unitName: 'Đơn vị A',
      received: '2021-12-01',
      studied: '2021-12-05',
      planned: null,
      reported: null,
      done: '2022-01-12',
      due: '2022-01-10',
      daysLate: 2,
      occurrences: 1,
    })
    assert.deepEqual(
      units.map(({ unitCode, daysLate }) => [unitCode, daysLate]),
      [
        ['A', 2],
        ['A2', 5],
        ['B', 0],
        ['D1', 0],
      ],
    )
    assert.deepEqual(totals, {
      units: 4,
      received: 3,
      studied: 1,
      planned: 0,
      reported: 1,
      done: 2,
      late: 2,
      overdue: 1,
    })
  })

  test('is narrowed to units below one, to those without a step, to late ones; totals stay', async () => {
    await using house = await testHouse()
    const path = await laid(house)
    const below = await read(house, `${path}?unit=D1`, 'office')
    assert.deepEqual([codes(below), below.totals.units], [['A', 'A2', 'D1'], 3])
    const missing = await read(house, `${path}?missing=received`, 'office')
    assert.deepEqual([codes(missing), missing.totals.units], [['B'], 4])
    assert.deepEqual(codes(await read(house, `${path}?late=true&missing=done`, 'office')), ['A2'])
  })

  test('of a day in the past knows nothing of later days', async () => {
    await using house = await testHouse()
    const path = await laid(house)
    const { units, totals } = await read(house, `${path}?on=2022-01-11`, 'office')
    assert.deepEqual([units[0]!.done, units[0]!.daysLate, totals.done], [null, 1, 1])
  })

  test('comes page by page', async () => {
    await using house = await testHouse()
    const path = await laid(house)
    const first = await read(house, `${path}?limit=3`, 'office')
    const second = await read(house, `${path}?limit=3&after=${first.nextCursor}`, 'office')
    assert.deepEqual([codes(first), codes(second), second.nextCursor], [['A', 'A2', 'B'], ['D1'], null])
    assert.equal(second.totals.units, 4)
  })

  test('does not count what was withdrawn or passed to a successor', async () => {
    await using house = await testHouse()
    await laid(house)
    const id = await layDirective(house, { number: '02-CT/TW' }, [
      { unit: 'A', due: '2021-12-01', state: 'withdrawn' },
      { unit: 'A2', due: '2021-12-01', state: 'passed' },
      { unit: 'B', due: '2021-12-01' },
    ])
    assert.deepEqual(codes(await read(house, `/api/v1/directives/${id}/coverage`, 'office')), ['B'])
  })
})

describe('whose rows', () => {
  test('the caller’s own alone; elsewhere is refused, and who holds nothing is too', async () => {
    await using house = await testHouse()
    const path = await laid(house)
    assert.deepEqual(codes(await read(house, path, 'officer')), ['A'])
    assert.deepEqual(codes(await read(house, path, 'verifier')), ['A', 'A2', 'D1'])
    assert.equal((await read(house, path, 'verifier')).totals.units, 3)
    const status = async (query: string, ...who: Who) =>
      (await house.as(...who).get(`${path}${query}`)).status
    assert.deepEqual(
      [await status('?unit=B', 'verifier'), await status('?unit=none', 'verifier')],
      [403, 403],
      'nobody learns what exists',
    )
    assert.equal(await status('?unit=none', 'office'), 404)
    assert.equal((await house.as('officer').get('/api/v1/directives/999999/coverage')).status, 404)
    assert.equal(await status('', 'nobody'), 401)
  })
})

describe('as a file', () => {
  test('CSV has the rows that are shown, and says where it comes from', async () => {
    await using house = await testHouse()
    const path = await laid(house)
    const answer = await house.as('office').get(`${path}.csv?late=true`, { 'accept-language': 'vi' })
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type')!, /text\/csv/)
    const lines = (await answer.text()).replace('\uFEFF', '').split('\r\n')
    assert.deepEqual(lines.slice(0, 3), [
      'Mã đơn vị,Đơn vị,Tiếp nhận,Quán triệt,Lập kế hoạch,Báo cáo,Hoàn thành,Hạn,Số ngày muộn',
      'A,Đơn vị A,2021-12-01,2021-12-05,,,2022-01-12,2022-01-10,2',
      'A2,Đơn vị A2,2021-12-02,,,,,2022-01-10,5',
    ])
    assert.match(lines[4]!, /01-KL\/TW.*2022-01-15/)
  })
  test('XLSX can be opened again', async () => {
    await using house = await testHouse()
    const path = await laid(house)
    const answer = await house.as('office').get(`${path}.xlsx`)
    assert.equal(answer.status, 200)
    const { readXlsx } = await import('hucre')
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    assert.deepEqual(book.sheets[0]!.rows[1]!.slice(0, 2), ['A', 'Đơn vị A'])
  })
})
