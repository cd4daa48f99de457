import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Order, sortBy } from './order.ts'

const ROWS = [
  { name: 'C', daysLate: 0, isDone: false },
  { name: 'D', daysLate: 9, isDone: true },
  { name: 'B', daysLate: 2, isDone: false },
  { name: 'A', daysLate: 0, isDone: true },
  { name: 'E', daysLate: 5, isDone: false },
]
const names = (order: Order) =>
  sortBy(
    ROWS,
    order,
    (row) => row,
    (a, b) => a.localeCompare(b),
  )
    .map(({ name }) => name)
    .join('')

test('worst first: who is still overdue, then who was late, then by name', () =>
  assert.equal(names('worst'), 'EBDAC'))
test('by name', () => assert.equal(names('name'), 'ABCDE'))
