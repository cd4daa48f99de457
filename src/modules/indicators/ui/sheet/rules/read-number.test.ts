import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNumber, type Tongue } from '#kernel/number-text.ts'
import { readNumber } from './read-number.ts'

const said = (text: string, lang: Tongue = 'vi', isPercent = false) => {
  const read = readNumber(text, lang, isPercent)
  return read.kind === 'number' ? read.value : read.kind === 'fault' ? read.code : null
}

test('numbers are read as Vietnamese write them and as programs write them', () => {
  const cases: [string, string][] = [
    ['1.430,5', '1430.5'],
    ['1430.5', '1430.5'],
    ['1430,5', '1430.5'],
    ['1,430.5', '1430.5'],
    ['1.430.500', '1430500'],
    ['1 430 500', '1430500'],
    ['1\u00a0430,25', '1430.25'],
    ['−46', '-46'],
    ['–46', '-46'],
    ['0,25', '0.25'],
    ['0.430', '0.43'],
    ['007', '7'],
    [' 12 ', '12'],
  ]
  for (const [text, value] of cases) assert.equal(said(text), value, text)
})

test('what could be thousands or decimals is read by the language of the page, and says so', () => {
  assert.deepEqual(readNumber('1.430', 'vi'), { kind: 'number', value: '1430', isAmbiguous: true })
  assert.deepEqual(readNumber('1.430', 'en'), { kind: 'number', value: '1.43', isAmbiguous: true })
  assert.deepEqual(readNumber('1,430', 'vi'), { kind: 'number', value: '1.43', isAmbiguous: true })
  assert.deepEqual(readNumber('1,430', 'en'), { kind: 'number', value: '1430', isAmbiguous: true })
  assert.deepEqual(readNumber('14.30', 'vi'), { kind: 'number', value: '14.3', isAmbiguous: false })
})

test('a blank is nothing, not zero', () => {
  assert.deepEqual(readNumber('', 'vi'), { kind: 'blank' })
  assert.deepEqual(readNumber(' \u00a0', 'vi'), { kind: 'blank' })
})

test('days are refused as days, whatever a spreadsheet made of them', () => {
  for (const text of [
    '12/5',
    '12/05/2021',
    '2021-12-05',
    '12-05-2021',
    '5.12.2021',
    '12-Thg5',
    '5-May',
    '05/2021',
  ])
    assert.equal(said(text), 'date', text)
})

test('what is no number is refused and never repaired', () => {
  for (const text of [
    '1,2,0',
    '12a',
    'nhãn',
    '-',
    '1.43.0',
    '1..4',
    '12 34',
    '1e5',
    '+5',
    '#REF!',
    '12%',
    '.5',
  ])
    assert.equal(said(text), 'number', text)
  assert.equal(said('123456789012345678901'), 'size')
  assert.equal(said('0,12345678901'), 'size')
})

test('a percent sign is read where percentages are asked', () => {
  assert.equal(said('98,5%', 'vi', true), '98.5')
  assert.equal(said('98.5 %', 'en', true), '98.5')
})

test('what the page shows is read back as the same value', () => {
  for (const lang of ['vi', 'en'] as const)
    for (const value of ['1430', '-46', '1430.5', '0.125', '995400000000', '12.345', '1.43'])
      assert.equal(said(formatNumber(lang, value), lang), value, `${lang} ${value}`)
})
