// One form for many units: what stands beside each value, whose rows are shown, and at what cost.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { SheetCell, SheetRow } from '../api/sheet.ts'
import { loadIndicators, saveForm } from '../index.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,minimum,breakdown,name_en
longan,Nhãn,ha,sum,last,0,,Longan
sold,Giá trị,VND,sum,sum,0,channel:home|export,
`
const YEARS = [2015, 2016, 2017, 2018, 2019, 2020]
const VALUES = [
  'indicator,unit_code,period,value,breakdown',
  ...YEARS.flatMap((year, n) => [
    `longan,A,${year},${100 + n},`,
    `sold,A,${year},10,home`,
    `sold,A,${year},5,export`,
  ]),
  'longan,A2,2020,7,',
].join('\n')

async function office(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  await house.transact(async (tx) => {
    const indicatorIds = [...(await loadIndicators(tx)).values()].map((i) => i.id)
    await saveForm(tx, {
      code: 'fruit',
      name: 'Cây ăn quả',
      nameEn: 'Fruit',
      frequency: 'year',
      indicatorIds,
    })
  })
  await house.bring('values', `${VALUES}\n`)
  return house
}
type Sheet = {
  form: object
  previousPeriod: string
  columns: { indicator: string; breakdown?: object; of?: number; addsUp?: boolean }[]
  rows: SheetRow[]
  nextCursor: string | null
}
const open = async (house: TestHouse, query: string, persona: Parameters<TestHouse['as']>[0] = 'office') => {
  const answer = await house.as(persona).get(`/api/v1/forms/fruit/sheet?period=2021&${query}`)
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as Sheet
}
const codes = (sheet: Sheet) => sheet.rows.map((row) => row.unit.code)

describe('a sheet', () => {
  test('has each indicator and the items of its breakdown as columns', async () => {
    await using house = await office()
    const sheet = await open(house, 'unit=A')
    assert.equal(sheet.previousPeriod, '2020')
    assert.deepEqual(
      sheet.columns.map((c) => [c.indicator, c.breakdown, c.of, c.addsUp]),
      [
        ['longan', undefined, undefined, undefined],
        ['sold', undefined, undefined, true],
        ['sold', { channel: 'home' }, 1, undefined],
        ['sold', { channel: 'export' }, 1, undefined],
      ],
    )
  })

  test('has beside each value the unit’s own value before and what is usual for it', async () => {
    await using house = await office()
    await house.as('officer').put('/api/v1/reports/fruit/A/2021', {
      values: [
        { indicator: 'longan', value: '106', comment: 'Trồng mới ở bản Mé' },
        { indicator: 'sold', breakdown: { channel: 'home' }, value: '11' },
      ],
    })
    const [row] = (await open(house, 'unit=A', 'officer')).rows
    const [longan, sold, home, exported] = row!.cells as SheetCell[]
    assert.deepEqual(longan, {
      value: '106',
      previous: '105',
      usual: { low: '76', high: '129' },
      comment: 'Trồng mới ở bản Mé',
    })
    assert.deepEqual([sold!.value, sold!.previous], [null, '15'], 'the whole was the sum of its items')
    assert.deepEqual([home!.value, home!.previous, home!.usual], ['11', '10', { low: '7', high: '13' }])
    assert.deepEqual([exported!.value, exported!.previous], [null, '5'])
    assert.deepEqual([row!.state, row!.version, row!.etag], ['draft', 1, '"1.1"'])
    assert.deepEqual(row!.may, ['save', 'submit'])
    assert.equal(row!.cutoff, null)
  })

  test('says of a unit that has saved nothing that it may, and nothing where there is nothing', async () => {
    await using house = await office()
    const [a, a2] = (await open(house, 'under=D1', 'verifier')).rows
    assert.deepEqual([a!.state, a!.version, a!.etag, a!.may], [null, 0, null, []])
    assert.deepEqual(a2!.cells.slice(1), [null, null, null])
    assert.deepEqual(a2!.cells[0], { value: null, previous: '7', usual: null })
    assert.deepEqual((await open(house, 'unit=A', 'officer')).rows[0]!.may, ['save'])
  })

  test('tells where each report stands, why it was returned, and what the caller may do there', async () => {
    await using house = await office()
    const path = '/api/v1/reports/fruit/A/2021'
    await house.as('officer').put(path, { values: [{ indicator: 'longan', value: '1' }], submit: true })
    const may = async (persona: 'officer' | 'verifier' | 'leader') =>
      (await open(house, 'unit=A', persona)).rows[0]!.may
    assert.deepEqual(
      [await may('officer'), await may('verifier'), await may('leader')],
      [[], ['return', 'approve'], []],
    )
    const returned = await house.as('verifier').post(`${path}/return`, {
      cells: [
        { indicator: 'longan', reason: 'Thấp hơn năm trước' },
        { indicator: 'sold', breakdown: { channel: 'export' }, reason: 'Còn thiếu' },
      ],
    })
    assert.equal(returned.status, 200, await returned.text())
    const [row] = (await open(house, 'unit=A', 'officer')).rows
    assert.equal(row!.state, 'returned')
    assert.equal(row!.returned?.reason, null)
    assert.deepEqual(
      row!.cells.map((cell) => cell?.returned),
      ['Thấp hơn năm trước', undefined, undefined, 'Còn thiếu'],
    )
    assert.deepEqual(row!.may, ['save'])
  })
})

describe('whose rows are shown', () => {
  test('those below the unit that the caller may read, in the order of the tree', async () => {
    await using house = await office()
    assert.deepEqual(codes(await open(house, 'under=P')), ['A', 'A2', 'B'])
    assert.deepEqual(codes(await open(house, 'under=P', 'verifier')), ['A', 'A2'])
    assert.deepEqual(codes(await open(house, 'under=P', 'officer')), ['A'])
    assert.deepEqual(codes(await open(house, 'unit=B,A')), ['A', 'B'])
  })

  test('none of another district: refused, and the same for what is not there', async () => {
    await using house = await office()
    const status = async (query: string, persona: Parameters<TestHouse['as']>[0]) => {
      const answer = await house.as(persona).get(`/api/v1/forms/fruit/sheet?period=2021&${query}`)
      return [answer.status, ((await answer.json()) as { code: string }).code]
    }
    const forbidden = [403, 'auth.forbidden']
    assert.deepEqual(await status('unit=A', 'outsider'), forbidden)
    assert.deepEqual(await status('unit=B,A', 'outsider'), forbidden)
    assert.deepEqual(await status('under=D1', 'outsider'), forbidden)
    assert.deepEqual(await status('unit=none', 'outsider'), forbidden)
    assert.deepEqual(await status('under=none', 'outsider'), forbidden)
    assert.deepEqual(await status('unit=none', 'office'), [404, 'unit.notFound'])
    assert.deepEqual(await status('unit=A', 'nobody'), [401, 'auth.required'])
    assert.deepEqual(await status('', 'office'), [400, 'input.invalid'])
    assert.deepEqual(await status('unit=A&under=D1', 'office'), [400, 'input.invalid'])
  })

  test('page by page, each unit once', async () => {
    await using house = await office()
    const first = await open(house, 'under=P&limit=2')
    const second = await open(house, `under=P&limit=2&after=${first.nextCursor}`)
    assert.deepEqual([codes(first), codes(second), second.nextCursor], [['A', 'A2'], ['B'], null])
  })

  test('a unit above that reported its own is there too', async () => {
    await using house = await office()
    await house.bring('values', 'indicator,unit_code,period,value,form\nlongan,D1,2021,3,fruit\n')
    assert.deepEqual(codes(await open(house, 'under=D1')), ['D1', 'A', 'A2'])
  })
})

test('twelve statements, for three units or two hundred', async () => {
  await using house = await office()
  const more = Array.from({ length: 200 }, (_, n) => `X${String(n).padStart(3, '0')},Xã ${n},xã,D2,,`)
  const count = async () => {
    await open(house, 'under=P')
    return house.countQueries(() => open(house, 'under=P'))
  }
  const few = await count()
  await house.bring('units', `code,name,kind,parent_code,valid_from,valid_to\n${more.join('\n')}\n`)
  await house.bring(
    'values',
    `indicator,unit_code,period,value\n${more.map((line) => `longan,${line.slice(0, 4)},2021,5`).join('\n')}\n`,
  )
  assert.equal((await open(house, 'under=P')).rows.length, 200)
  const many = await count()
  assert.deepEqual([few <= 12, many <= 16], [true, true], `${few} for three, ${many} for two hundred`)
})

test('the forms are told, and not those that an import made', async () => {
  await using house = await office()
  await house.bring('values', 'indicator,unit_code,period,value\nlongan,A,2020Q1,3\n')
  const answer = await house.as('collector').get('/api/v1/forms')
  assert.deepEqual(await answer.json(), {
    forms: [
      { code: 'fruit', name: 'Cây ăn quả', nameEn: 'Fruit', frequency: 'year', field: null, indicators: 2 },
    ],
  })
})
