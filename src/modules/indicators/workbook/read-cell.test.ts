import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Big, plain } from '#kernel/decimal.ts'
import { formatNumber, type Tongue } from '#kernel/number-text.ts'
import { addressOf, cornerText, idText, keyOf, namedBy, readCorner, readId } from './ids.ts'
import { type FileCell, readCell } from './read-cell.ts'

const cell = (value: FileCell['value'], more: Partial<FileCell> = {}): FileCell => ({
  value,
  format: '',
  isFormula: false,
  isError: false,
  ...more,
})
const read = (value: FileCell['value'], more: Partial<FileCell> = {}, unit = 'ha') => {
  const found = readCell(cell(value, more), unit)
  return 'value' in found ? found.value : found.code
}

/** Any decimal that a cell of ours may hold, with few enough digits for a spreadsheet. */
const decimal = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([minus, whole, part]) => plain(new Big(`${minus ? '-' : ''}${whole}.${part}`)))

describe('a typed cell', () => {
  test('is read as Vietnamese and English write numbers, and as machines do', () => {
    for (const text of ['1.430,5', '1430,5', '1 430,5', '1\u00a0430,5', '1,430.5', '1430.5', ' 1.430,50 '])
      assert.equal(read(text), '1430.5', text)
    assert.equal(read('1.430'), '1430')
    assert.equal(read('1.430.000'), '1430000')
    assert.equal(read('1,430,000'), '1430000')
    assert.equal(read('0,25'), '0.25')
    assert.equal(read('12.5'), '12.5')
    assert.equal(read('−46'), '-46')
    assert.equal(read('007'), '7')
  })

  test('is refused where nobody can tell what is meant', () => {
    assert.equal(read('1,430'), 'comma')
    for (const text of ['12 ha', 'khoảng 12', '1.43.0', '12..5', '-', '…', 'x', '1/2', '=A1'])
      assert.equal(read(text), 'text', text)
    assert.equal(read('123456789012345678901'), 'digits')
    assert.equal(read(1e25), 'digits')
    assert.equal(read(1e-12), 'digits')
  })

  test('is empty, which is not zero', () => {
    assert.equal(read(null), null)
    assert.equal(read('  '), null)
    assert.equal(read(0), '0')
  })

  test('may have become a day, a percentage, a result or an error on the way', () => {
    assert.equal(read(new Date('2021-05-12')), 'day')
    assert.equal(read(true), 'logical')
    assert.equal(read('#REF!', { isError: true }), 'error')
    assert.equal(read(12.5, { isFormula: true }), '12.5')
    assert.equal(read(null, { isFormula: true }), 'formula')
    assert.equal(read(0.1 + 0.2), '0.3')
    assert.equal(read(0.125, { format: '0.0%' }), 'percent')
    assert.equal(read(0.125, { format: '0.0%' }, '%'), '12.5')
    assert.equal(read('12,5 %', {}, '%'), '12.5')
    assert.equal(read('12,5 %'), 'percent')
  })

  test('says what was written, in both languages', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom<Tongue>('vi', 'en'), (value, lang) => {
        const text = formatNumber(lang, value)
        const found = readCell(cell(text), 'ha')
        // English alone reads `1,430` as one thousand; a Vietnamese file refuses it. `1.430` of an English text is a
        // fraction that Vietnamese read otherwise, which is why numbers are written as numbers.
        const isDoubtful = /^−?\d{1,3}[.,]\d{3}$/.test(text)
        if (!isDoubtful) assert.deepEqual(found, { value })
      }),
    )
  })

  test('keeps every digit of a number that a spreadsheet can hold', () => {
    fc.assert(fc.property(decimal, (value) => assert.equal(read(Number(value)), value)))
  })
})

describe('the hidden ids', () => {
  test('are read back as they were written', () => {
    const corner = { form: 'fruit_areas', period: '2021' }
    assert.deepEqual(readCorner(cornerText(corner)), corner)
    assert.equal(readCorner('songma-workbook/2 2021 x'), null)
    for (const id of [
      { kind: 'unit', unit: '04198' },
      { kind: 'value', key: 'fruit|crop=mango:early' },
      { kind: 'quality' },
    ] as const)
      assert.deepEqual(readId(idText(id)), id)
    const cellName = { indicator: 'fruit', breakdown: { crop: 'a=b' } }
    assert.deepEqual(namedBy(keyOf(cellName)), cellName)
    assert.deepEqual(namedBy('fruit'), { indicator: 'fruit' })
  })

  test('count columns as spreadsheets do', () => {
    assert.deepEqual(
      [0, 25, 26, 701, 702].map((c) => addressOf(0, c)),
      ['A1', 'Z1', 'AA1', 'ZZ1', 'AAA1'],
    )
  })
})
