import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTable, turnTable, writeTable } from './clipboard.ts'

test('a block from Excel or LibreOffice is cells between tabs and line ends', () => {
  assert.deepEqual(readTable('1.430\t47\r\n16\t\r\n'), [
    ['1.430', '47'],
    ['16', ''],
  ])
  assert.deepEqual(readTable('7'), [['7']])
  assert.deepEqual(readTable('1\n\n3\n'), [['1'], [''], ['3']])
  assert.deepEqual(readTable(''), [])
})

test('quotes hold tabs, line ends and doubled quotes together', () => {
  assert.deepEqual(readTable('"a\nb"\t"say ""so"""\t5'), [['a\nb', 'say "so"', '5']])
  assert.deepEqual(readTable('""\t1'), [['', '1']])
  assert.deepEqual(readTable('5"\t1'), [['5"', '1']])
})

test('commas and semicolons part cells, but a comma inside a number does not', () => {
  assert.deepEqual(readTable('Nà Nghịu;842;207'), [['Nà Nghịu', '842', '207']])
  assert.deepEqual(readTable('Nà Nghịu,842,207\n"Bó Sinh, cũ",66,38'), [
    ['Nà Nghịu', '842', '207'],
    ['Bó Sinh, cũ', '66', '38'],
  ])
  assert.deepEqual(readTable('12,5\n13,25'), [['12,5'], ['13,25']])
})

test('what is copied out is read back the same', () => {
  const cells = [
    ['1430.5', null],
    ['0', '-46'],
  ]
  const text = writeTable(cells, (value) => value.replace('.', ','))
  assert.equal(text, '1430,5\t\n0\t-46')
  assert.deepEqual(readTable(text), [
    ['1430,5', ''],
    ['0', '-46'],
  ])
})

test('a column goes down an upright sheet; a line that was copied from a lying one stays a line', () => {
  assert.deepEqual(turnTable([['8500'], ['697'], ['6800']]), [['8500', '697', '6800']])
  assert.deepEqual(turnTable([['8500', '697']]), [['8500', '697']])
  assert.deepEqual(
    turnTable([
      ['1', '2'],
      ['3', '4'],
    ]),
    [
      ['1', '3'],
      ['2', '4'],
    ],
  )
})
