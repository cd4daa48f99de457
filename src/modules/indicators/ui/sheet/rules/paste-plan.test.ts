import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SheetColumn } from '../../../api/sheet.ts'
import { type PasteOrder, planPaste } from './paste-plan.ts'

const column = (indicator: string, more: Partial<SheetColumn> = {}): SheetColumn => ({
  indicator,
  name: indicator,
  nameEn: null,
  unitOfMeasure: 'ha',
  minimum: '0',
  ...more,
})
const plan = (table: string[][], more: Partial<PasteOrder> = {}) =>
  planPaste({
    table,
    at: { row: 0, col: 0 },
    columns: [column('longan'), column('mango')],
    rows: 3,
    standing: ({ row, col }) => ({ value: row === 0 && col === 0 ? '888' : null, canType: row !== 2 }),
    lang: 'vi',
    blanks: 'leave',
    ...more,
  })

test('a block fills from the chosen cell, and says what changes from what to what', () => {
  const { changes, unchanged } = plan([
    ['842', '207,5'],
    ['1.430', '47'],
  ])
  assert.deepEqual(
    changes.map(({ row, col, from, to, isAmbiguous }) => [row, col, from, to, isAmbiguous]),
    [
      [0, 0, '888', '842', false],
      [0, 1, null, '207.5', false],
      [1, 0, null, '1430', true],
      [1, 1, null, '47', false],
    ],
  )
  assert.equal(unchanged, 0)
})

test('the same value is no change', () => {
  assert.deepEqual(plan([['888,0']]).changes, [])
  assert.equal(plan([['888,0']]).unchanged, 1)
})

test('bad cells are told by line and place, and keep no other cell from being taken', () => {
  const { changes, faults } = plan([
    ['12/5', '3'],
    ['x', '-4'],
  ])
  assert.deepEqual(
    faults.map(({ line, place, text, fault }) => [line, place, text, fault]),
    [
      [1, 1, '12/5', { code: 'date' }],
      [2, 1, 'x', { code: 'number' }],
      [2, 2, '-4', { code: 'minimum', minimum: '0' }],
    ],
  )
  assert.equal(changes.length, 1)
})

test('blanks leave what is there, or empty it, as the person chooses', () => {
  assert.deepEqual(
    plan([['', '5']]).changes.map(({ col }) => col),
    [1],
  )
  const emptied = plan([['', '5']], { blanks: 'empty' }).changes
  assert.deepEqual(
    emptied.map(({ col, to }) => [col, to]),
    [
      [0, null],
      [1, '5'],
    ],
  )
})

test('sent and approved cells are left alone and told', () => {
  const { changes, locked } = plan([['1'], ['2'], ['3']])
  assert.equal(changes.length, 2)
  assert.deepEqual(
    locked.map(({ line, text }) => [line, text]),
    [[3, '3']],
  )
})

test('what lies beyond the sheet is counted, not wrapped', () => {
  const { beyond, changes } = plan([['1', '2', '3'], ['4', '', ''], ['9'], ['9']], { at: { row: 1, col: 1 } })
  assert.deepEqual(beyond, { lines: 2, columns: 2 })
  assert.deepEqual(
    changes.map(({ row, col, to }) => [row, col, to]),
    [[1, 1, '1']],
  )
})

test('a heading above numbers is left out, and lines keep their numbers', () => {
  const headed = plan([
    ['Nhãn', 'Xoài'],
    ['842', 'x'],
  ])
  assert.ok(headed.hasHeading)
  assert.deepEqual(
    headed.changes.map(({ line, row, to }) => [line, row, to]),
    [[2, 0, '842']],
  )
  assert.equal(headed.faults[0]?.line, 2)
  assert.ok(!plan([['Nhãn', 'Xoài']]).hasHeading)
})
