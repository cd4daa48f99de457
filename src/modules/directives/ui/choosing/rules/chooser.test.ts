import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choosersOf } from './chooser.ts'

const unit = (code: string, parentId: string | null) => ({ id: `#${code}`, code, name: code, parentId })
const UNITS = [unit('P', null), unit('D1', '#P'), unit('A', '#D1'), unit('A2', '#D1')]

test('the unit itself may choose, and all above it, the nearest first', () => {
  assert.deepEqual(
    choosersOf(UNITS, 'A').map(({ code }) => code),
    ['A', 'D1', 'P'],
  )
  assert.deepEqual(choosersOf(UNITS, 'X'), [])
})
