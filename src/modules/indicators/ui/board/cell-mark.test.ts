import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BoardCell } from '../../api/board.ts'
import { markOf } from './cell-mark.ts'

const DUE = '2021-12-16'
const told = (part: Partial<BoardCell>) => {
  const { mark, word, note } = markOf({ state: null, dueOn: DUE, submittedOn: null, daysLate: 0, ...part })
  return [mark, word, note]
}

for (const [name, part, expected] of [
  ['not due yet', {}, ['missing', null, 'due']],
  ['without any due day', { dueOn: null }, ['missing', null, null]],
  ['never came and is overdue', { daysLate: 2 }, ['late', 'late', null]],
  ['a draft that is overdue', { state: 'draft', daysLate: 2 }, ['draft', null, 'late']],
  ['came in time', { state: 'submitted', submittedOn: DUE }, ['submitted', null, 'sent']],
  [
    'came late',
    { state: 'approved', submittedOn: '2021-12-18', daysLate: 2 },
    ['approved', null, 'sentLate'],
  ],
  ['returned, and came in time first', { state: 'returned', submittedOn: DUE }, ['returned', null, 'sent']],
  ['brought in by the office', { state: 'approved' }, ['approved', null, 'broughtIn']],
] as const satisfies [string, Partial<BoardCell>, unknown[]][])
  test(name, () => assert.deepEqual(told(part), expected))
