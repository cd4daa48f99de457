import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  decimalsOf,
  formatDay,
  formatList,
  formatPercent,
  formatSigned,
  formatTime,
  scaleName,
} from './format.ts'

test('differences carry their sign, and nothing when they round to zero', () => {
  assert.equal(formatSigned('vi', '10', 1), '+10,0')
  assert.equal(formatSigned('vi', '-6.66', 1), '−6,7')
  assert.equal(formatSigned('en', '-0.04', 1), '0.0')
  assert.equal(formatSigned('vi', '0.04', 1), '0,0')
})

test('percentages have one decimal, rounded half up, and no space', () => {
  assert.equal(formatPercent('vi', '101.78'), '101,8%')
  assert.equal(formatPercent('en', '99.95'), '100.0%')
})

test('a column keeps the depth of its most exact value, up to a cap', () => {
  assert.equal(decimalsOf(['96', '84.5', null]), 1)
  assert.equal(decimalsOf(['1', null]), 0)
  assert.equal(decimalsOf(['1.2345'], 2), 2)
})

test('days and times are those of Vietnam', () => {
  assert.equal(formatDay('vi', '2022-01-14'), '14/01/2022')
  assert.equal(formatDay('en', '2022-01-14'), '14 January 2022')
  assert.equal(formatTime('vi', new Date('2022-01-14T01:30:00Z')), '14/01/2022, 08:30')
  assert.equal(formatTime('vi', new Date('2022-01-13T18:05:00Z')), '14/01/2022, 01:05')
})

test('lists end in their language', () => {
  assert.equal(formatList('vi', ['nhãn', 'xoài', 'mận']), 'nhãn, xoài và mận')
  assert.equal(formatList('en', ['longan', 'mango']), 'longan and mango')
  assert.equal(formatList('vi', ['nhãn']), 'nhãn')
  assert.equal(formatList('vi', []), '')
})

test('a scale is named by the words around its number', () => {
  assert.equal(scaleName({ divisor: '1', before: 'VND', after: 'billion' }), 'VND billion')
  assert.equal(scaleName({ divisor: '1', before: '', after: 'ha' }), 'ha')
})
