import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyLine, faultOfCount, faultyKind, isBlank, type Line, readCount, rowOf, sumOf } from './line.ts'

const numbers = [
  ['40', 40],
  [' 40 ', 40],
  ['1.250', 1250],
  ['1 250', 1250],
  ['1,250', 1250],
  ['12.345.678', 12_345_678],
  ['-3', null],
  ['4,5', null],
  ['1.25', null],
  ['khoảng 40', null],
  ['', null],
] as const
for (const [text, expected] of numbers)
  test(`readCount: “${text}”`, () => assert.equal(readCount(text), expected))

const counts = [
  ['nobody of the kind was asked', '', '', undefined],
  ['all came', '40', '40', undefined],
  ['nobody came is a count', '40', '0', undefined],
  ['one half is missing', '40', '', 'missing'],
  ['more than were asked', '40', '41', 'more'],
  ['no number', '40', 'đủ', 'number'],
] as const
for (const [name, invited, attended, expected] of counts)
  test(`faultOfCount: ${name}`, () => assert.equal(faultOfCount({ invited, attended }), expected))

const line: Line = {
  ...emptyLine('1', ' A ', { heldOn: '2021-06-10', form: 'online' }),
  counts: {
    people: { invited: '1.000', attended: '900' },
    leaders: { invited: '5', attended: '5' },
    officials: { invited: ' ', attended: '' },
  },
}

test('a line is sent with the kinds that were asked, in their order', () => {
  assert.deepEqual(rowOf(line).attendance, [
    { kind: 'leaders', invited: 5, attended: 5 },
    { kind: 'people', invited: 1000, attended: 900 },
  ])
  assert.equal(rowOf(line).unit, 'A')
  assert.deepEqual(sumOf(line), { invited: 1005, attended: 905 })
  assert.equal(isBlank(line), false)
  assert.equal(faultyKind(line), undefined)
})

test('a line without any count is blank, and a faulty count is named', () => {
  assert.equal(isBlank({ ...line, counts: {} }), true)
  const wrong = { ...line, counts: { ...line.counts, leaders: { invited: '5', attended: '6' } } }
  assert.deepEqual(faultyKind(wrong), { kind: 'leaders', fault: 'more' })
})
