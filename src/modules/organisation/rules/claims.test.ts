import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rulesHolding } from './claims.ts'

const RULES = [
  { claim: 'groups', value: 'staff' },
  { claim: 'dept', value: '14' },
]

for (const [what, claims, expected] of [
  ['a list that has the value', { groups: ['x', 'staff'] }, ['staff']],
  ['the value itself', { groups: 'staff', dept: 14 }, ['staff', '14']],
  ['a part of the value', { groups: 'staff-x' }, []],
  ['nothing', {}, []],
] as const)
  test(`a role follows from a claim that is ${what}: ${expected.join(', ') || 'none'}`, () => {
    assert.deepEqual(
      rulesHolding(RULES, claims).map(({ value }) => value),
      expected,
    )
  })
