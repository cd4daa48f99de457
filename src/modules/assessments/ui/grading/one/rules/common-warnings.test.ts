import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GradeWarning } from '../../../../api/grade-shapes.ts'
import { commonWarnings } from './common-warnings.ts'

const missing: GradeWarning = { code: 'commitmentsMissing', details: {} }
const ballot = (votes: string): GradeWarning => ({
  code: 'ballotAgainst',
  details: { votes, present: '11', level: 'HTXSNV' },
})

test('what most have is told once with their number; what some have stays with them', () => {
  const subjects = Array.from({ length: 10 }, (_, n) => ({
    warnings: [...(n < 6 ? [missing] : []), ...(n < 4 ? [ballot('4')] : [])],
  }))
  assert.deepEqual(commonWarnings(subjects), [{ warning: missing, count: 6 }])
})

test('the same code about other figures is not the same', () => {
  const subjects = Array.from({ length: 10 }, (_, n) => ({ warnings: [ballot(String(n))] }))
  assert.deepEqual(commonWarnings(subjects), [])
})

test('of a few subjects everything is told row by row', () => {
  assert.deepEqual(commonWarnings(Array.from({ length: 4 }, () => ({ warnings: [missing] }))), [])
})
