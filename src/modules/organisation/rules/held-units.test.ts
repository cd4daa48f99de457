import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareNames } from '#kernel/collate.ts'
import { heldUnits } from './held-units.ts'

const unit = (code: string, parentId: string | null, name = code) => ({ id: code, code, name, parentId })
const UNITS = [
  unit('P', null),
  unit('D2', 'P', 'Bắc'),
  unit('D1', 'P', 'An'),
  unit('A', 'D1'),
  unit('B', 'D2'),
]
const cases = [
  ['everywhere, from the top down, by name', 'everywhere', ['P', 'D1', 'A', 'D2', 'B']],
  ['at a district and below', ['D1'], ['D1', 'A']],
  ['once, when two held units stand above each other', ['A', 'D1'], ['D1', 'A']],
  ['a code that nobody has is passed over', ['X'], []],
] as const
for (const [name, held, expected] of cases)
  test(`heldUnits: ${name}`, () =>
    assert.deepEqual(
      heldUnits(UNITS, held, compareNames).map(({ code }) => code),
      [...expected],
    ))
