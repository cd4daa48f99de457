// Values and indicators from files: every row is resolved, checked and told; the same file twice changes nothing.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ImportAnswer } from '#platform/imports/api.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import { indicatorChecks, rollup } from '../index.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,formula,minimum,breakdown
longan,Nhãn,ha,sum,last,,0,
sold,Giá trị,VND,sum,sum,,,channel:home|export
share,Tỷ lệ,%,none,none,{sold}/{longan},,
`
const HEADER = 'indicator,unit_code,period,value'

async function fields(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  return house
}

/** Through HTTP, as the office does it. */
async function send(
  house: TestHouse,
  format: string,
  csv: string,
  query = '',
  who: 'office' | 'officer' = 'office',
) {
  const headers = { 'content-type': 'text/csv' }
  const answer = await house.as(who).post(`/api/v1/imports?format=${format}${query}&lang=vi`, csv, headers)
  return (await answer.json()) as ImportAnswer
}
const counts = ({ created, changed, unchanged, rejectedCount }: ImportAnswer) => [
  created,
  changed,
  unchanged,
  rejectedCount,
]
const value = async (house: TestHouse, unit = 'P', period = '2021', indicator = 'longan') => {
  const query = {
    indicators: [indicator],
    periods: [period],
    units: [unit],
    level: 'self',
    borders: 'then',
  } as const
  return (await rollup(house.db, { ...query, state: 'approved', today: '2022-01-15' }))[0]!.value
}

describe('values from a file', () => {
  test('are in every sum at once; the same file again changes nothing; a changed cell is a new version', async () => {
    await using house = await fields()
    const file = `${HEADER}\nlongan,A,2021,10.50\nlongan,A2,2021,2\nlongan,B,2021,0\n`
    assert.deepEqual(counts(await send(house, 'values', file)), [3, 0, 0, 0])
    assert.equal(await value(house), '12.5')
    assert.deepEqual(counts(await send(house, 'values', file)), [0, 0, 3, 0])
    assert.deepEqual(counts(await send(house, 'values', file.replace('10.50', '11'))), [0, 1, 2, 0])
    assert.equal(await value(house), '13')
    const versions = await house.db.selectFrom('report_versions').select('version').execute()
    assert.deepEqual(versions.map((v) => v.version).sort(), [1, 1, 1, 2])
    assert.equal((await house.auditActions()).filter((action) => action === 'import.values').length, 2)
  })

  test('make one form for what nobody asks yet, and use the form that asks already', async () => {
    await using house = await fields()
    await send(house, 'values', `${HEADER}\nlongan,A,2021,1\nlongan,A,2021Q1,1\n`)
    await send(house, 'values', `${HEADER}\nlongan,A2,2021,1\n`)
    const forms = await house.db.selectFrom('forms').select('frequency').orderBy('frequency').execute()
    assert.deepEqual(
      forms.map((f) => f.frequency),
      ['quarter', 'year'],
    )
  })

  test('by breakdown add up to their whole, written with or without the dimension\u2019s name', async () => {
    await using house = await fields()
    const file = `${HEADER},breakdown\nsold,A,2021,1,channel=home\nsold,A,2021,2,export\n`
    assert.deepEqual(counts(await send(house, 'values', file)), [2, 0, 0, 0])
    assert.equal(await value(house, 'D1', '2021', 'sold'), '3')
    assert.deepEqual(
      counts(await send(house, 'values', `${HEADER},breakdown\nsold,A,2021,5,home\n`)),
      [0, 1, 0, 0],
    )
    assert.equal(await value(house, 'D1', '2021', 'sold'), '7')
  })

  const refused = [
    ['an unknown indicator', 'plum,A,2021,1', 'Không có chỉ tiêu thống kê nào mang mã “plum”'],
    ['a computed indicator', 'share,A,2021,1', 'do phần mềm tính'],
    ['an unknown unit', 'longan,ZZ,2021,1', 'Chưa từng có đơn vị nào giữ mã “ZZ”'],
    ['a malformed period', 'longan,A,2021-13,1', '“2021-13” không phải là một kỳ'],
    ['a comma for the point', 'longan,A,2021,"1.234,5"', '1234.5'],
    ['letters in a number', 'longan,A,2021,1O', '“1O”'],
    ['less than the least value', 'longan,A,2021,-1', 'nhỏ hơn mức thấp nhất'],
    ['an empty value: missing is not zero', 'longan,A,2021,', 'trống'],
  ] as const
  for (const [name, row, says] of refused)
    test(`refuse ${name}, say where and why, and write nothing`, async () => {
      await using house = await fields()
      const answer = await send(house, 'values', `${HEADER}\nlongan,A2,2021,1\n${row}\n`)
      assert.deepEqual(
        answer.rejected.map((r) => r.row),
        [3],
      )
      assert.ok(answer.rejected[0]!.message.includes(says), answer.rejected[0]!.message)
      assert.equal(await value(house), null)
    })

  test('a code is refused outside the days on which somebody held it, and the sentence says when', async () => {
    await using house = await fields()
    await house.bring(
      'units',
      'code,name,kind,parent_code,valid_from,valid_to\nX,Xã X,xã,D1,2010-01-01,2015-12-31\n',
    )
    const answer = await send(house, 'values', `${HEADER}\nlongan,X,2021,1\nlongan,X,2015,1\n`)
    assert.equal(answer.rejected.length, 1)
    assert.match(answer.rejected[0]!.message, /2010-01-01.*2015-12-31/)
  })

  test('one cell twice, or two states in one report, point at the first row', async () => {
    await using house = await fields()
    const repeated = await send(house, 'values', `${HEADER}\nlongan,A,2021,1\nlongan,A,2021,2\n`)
    assert.match(repeated.rejected[0]!.message, /dòng 2/)
    const mixed = await send(house, 'values', `${HEADER},state\nlongan,A,2021,1,\nsold,A,2021,2,submitted\n`)
    assert.match(mixed.rejected[0]!.message, /dòng 2/)
  })

  test('with keepGood the good rows are written', async () => {
    await using house = await fields()
    const answer = await send(
      house,
      'values',
      `${HEADER}\nlongan,A,2021,1\nlongan,ZZ,2021,2\n`,
      '&keepGood=true',
    )
    assert.deepEqual(counts(answer), [1, 0, 0, 1])
    assert.equal(await value(house), '1')
  })

  test('a locked report is not touched', async () => {
    await using house = await fields()
    await send(house, 'values', `${HEADER}\nlongan,A,2021,1\n`)
    await house.db.updateTable('reports').set({ locked_at: new Date() }).execute()
    const answer = await send(house, 'values', `${HEADER}\nlongan,A,2021,2\n`)
    assert.match(answer.rejected[0]!.message, /khóa/)
  })

  test('drafts and submissions are not approved values', async () => {
    await using house = await fields()
    await send(house, 'values', `${HEADER},state\nlongan,A,2021,1,draft\nlongan,A2,2021,2,submitted\n`)
    assert.equal(await value(house), null)
    for (const check of indicatorChecks)
      assert.deepEqual((await check.run(house.db)).differences, [], check.name)
  })
})

describe('what verification finds', () => {
  test('nothing in what the software wrote; each cell changed behind its back by name', async () => {
    await using house = await fields()
    await send(house, 'values', `${HEADER}\nlongan,A,2021,1\nlongan,B,2021,2\n`)
    const { foldSome } = await import('../index.ts')
    await house.transact(foldSome)
    const differences = async () =>
      (await Promise.all(indicatorChecks.map((check) => check.run(house.db)))).map((r) => r.differences)
    assert.deepEqual(await differences(), [[], []])

    await house.db
      .updateTable('indicator_values')
      .set({ approved: '3' })
      .where('approved', '=', '2')
      .execute()
    const [sums, cells] = await differences()
    assert.deepEqual(
      cells!.map((d) => ({ ...d, form: '' })),
      [{ form: '', unit: 'B', period: '2021', indicator: 'longan', breakdown: '', reported: '2', held: '3' }],
    )
    assert.deepEqual(sums!.map((d) => (d as { unit: string }).unit).sort(), ['B', 'D2', 'P'])
  })
})

describe('indicators from a file', () => {
  const definition = 'code,name,unit_of_measure,across_units,across_time,formula'
  const refused = [
    ['a formula that cannot be read', 'x,X,ha,none,none,{longan}+', 'Không đọc được công thức'],
    ['a formula of what is not there', 'x,X,ha,none,none,{plum}', 'Chưa có chỉ tiêu: plum'],
    ['a circle', 'x,X,ha,none,none,{y}\ny,Y,ha,none,none,{x}', 'x → y → x'],
    ['another way to add up', 'x,X,ha,total,last,', 'sum, mean, weighted:<indicator>, none'],
    ['a weight that is not there', 'x,X,ha,weighted:plum,last,', 'Chưa có chỉ tiêu: plum'],
  ] as const
  for (const [name, row, says] of refused)
    test(`refuse ${name}`, async () => {
      await using house = await fields()
      const answer = await send(house, 'indicators', `${definition}\n${row}\n`)
      assert.ok(answer.rejected[0]!.message.includes(says), answer.rejected[0]!.message)
    })

  test('the same definitions again change nothing, another one does', async () => {
    await using house = await fields()
    assert.deepEqual(counts(await send(house, 'indicators', INDICATORS)), [0, 0, 3, 0])
    assert.deepEqual(
      counts(await send(house, 'indicators', INDICATORS.replace('Nhãn', 'Cây nhãn'))),
      [0, 1, 2, 0],
    )
  })

  test('are for the office', async () => {
    await using house = await fields()
    const answer = (await send(house, 'indicators', INDICATORS, '', 'officer')) as unknown as { code: string }
    assert.equal(answer.code, 'auth.forbidden')
  })
})
