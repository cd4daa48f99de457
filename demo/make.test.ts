import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { Big } from '#kernel/decimal.ts'
import { apportion } from './make/apportion.ts'
import { makeFiles } from './make.ts'

type Cells = Record<string, string>
const read = (name: string): string => readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
const rowsOf = (name: string): Cells[] => parse(read(name), { columns: true })
const sum = (rows: readonly Cells[]): string =>
  rows.reduce((total, row) => total.plus(row.value!), new Big(0)).toFixed()

const values = rowsOf('values.csv')
const targets = rowsOf('targets.csv')
const units = rowsOf('units.csv')
const communes = units.filter((unit) => unit.parent_code === '126').map((unit) => unit.code!)
const ofYear = (year: string, ...indicators: string[]): Cells[] =>
  values.filter((row) => indicators.includes(row.indicator!) && row.period!.startsWith(year))
const FRUIT = ['longan_area', 'mango_area', 'plum_area', 'other_fruit_area']

for (const [name, text] of Object.entries(makeFiles()))
  test(`${name} is what the generator writes`, () => assert.equal(text, read(name)))

const totals2021: [what: string, indicators: string[], total: string][] = [
  ['pineapple', ['pineapple_planted'], '150'],
  ['sweet corn', ['sweet_corn_planted'], '120'],
  ['longan', ['longan_area'], '7430'],
  ['mango', ['mango_area'], '1800'],
  ['plum', ['plum_area'], '91'],
  ['all fruit trees', FRUIT, '10271.5'],
  ['processing, sales and export', ['produce_value'], '995400000000'],
]
for (const [what, indicators, total] of totals2021)
  test(`2021: ${what} adds up to ${total}`, () => assert.equal(sum(ofYear('2021', ...indicators)), total))

for (const [channel, total] of Object.entries({
  domestic: '468500000000',
  processing: '412600000000',
  export: '114300000000',
}))
  test(`2021: the ${channel} channel adds up to ${total} VND`, () =>
    assert.equal(
      sum(ofYear('2021', 'produce_value').filter((row) => row.breakdown === `channel=${channel}`)),
      total,
    ))

test('every old commune reports every cell of every form, but for one silent commune in 2020', () => {
  const cells = (year: string, code: string) =>
    ofYear(year, ...values.map((v) => v.indicator!)).filter((v) => v.unit_code === code)
  for (const code of communes) {
    assert.equal(cells('2021', code).length, 6 + 4 * 2 + 4 * 3, code)
    assert.equal(cells('2020', code).length, code === '04174' ? 6 + 4 * 3 : 6 + 4 * 2 + 4 * 3, code)
  }
})

test('money is in whole VND, nothing is negative, bearing longan is part of all longan', () => {
  for (const row of values)
    assert.match(row.value!, row.indicator === 'produce_value' ? /^\d+$/ : /^\d+(\.5)?$/)
  for (const bearing of values.filter((row) => row.indicator === 'longan_bearing_area')) {
    const all = values.find(
      (row) =>
        row.indicator === 'longan_area' &&
        row.unit_code === bearing.unit_code &&
        row.period === bearing.period,
    )
    assert.ok(new Big(bearing.value!).lte(all!.value!), `${bearing.unit_code} ${bearing.period}`)
  }
})

test('the riverside communes carry the longan', () => {
  const riverside = ['04183', '04192', '04195', '04198', '04204', '04207', '04219', '04222']
  const theirs = sum(ofYear('2021', 'longan_area').filter((row) => riverside.includes(row.unit_code!)))
  assert.ok(Number(theirs) / 7430 > 0.75, theirs)
})

test("the communes' targets add up to the district's", () => {
  for (const whole of targets.filter((row) => row.unit_code === '126')) {
    const parts = targets.filter(
      (row) =>
        row.indicator === whole.indicator && row.period === whole.period && communes.includes(row.unit_code!),
    )
    assert.equal(sum(parts), whole.value, `${whole.indicator} ${whole.period}`)
    assert.ok(parts.every((row) => row.kind === whole.kind && Number(row.value) > 0))
  }
})

test('nineteen old communes become nine, each as a whole', () => {
  const merges = rowsOf('succession.csv')
  assert.deepEqual(merges.map((row) => row.old_code).toSorted(), communes.toSorted())
  assert.equal(new Set(merges.map((row) => row.new_code)).size, 9)
  assert.ok(merges.every((row) => row.share === '1' && row.kind === 'merge' && row.date === '2025-07-01'))
  const now = units.filter((unit) => unit.valid_from === '2025-07-01').map((unit) => unit.code)
  assert.deepEqual([...new Set(merges.map((row) => row.new_code))].toSorted(), now.toSorted())
  assert.ok(
    merges
      .filter((row) => row.new_code === '04168')
      .every((row) => ['04168', '04198'].includes(row.old_code!)),
  )
})

test('every commune has its tile and its neighbours', () => {
  assert.deepEqual(
    rowsOf('tiles.csv')
      .map((row) => row.unit_code)
      .toSorted(),
    communes.toSorted(),
  )
  const pairs = rowsOf('neighbours.csv')
  assert.equal(pairs.length, 35)
  assert.deepEqual(
    [...new Set(pairs.flatMap((row) => [row.unit_code, row.neighbour_code]))].toSorted(),
    communes.toSorted(),
  )
})

test('shares in whole steps add up exactly, the largest remainder first', () => {
  assert.deepEqual(apportion(10, [1, 1, 1]), [4, 3, 3])
  assert.deepEqual(apportion(7.5, [3, 0, 1], 0.5), [5.5, 0, 2])
})
