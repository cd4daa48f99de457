import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextPeriod } from './next-period.ts'

test('a plan goes on in the next year or the next term', () => {
  assert.deepEqual(['2021', '2020-2025', '2021Q1', ''].map(nextPeriod), ['2022', '2025-2030', '', ''])
})
