import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { YearGrade } from '../../../../api/grade-years.ts'
import { periodsOf } from './periods.ts'

const row = (...periods: string[]) => ({ grades: periods.map((period) => ({ period }) as YearGrade) })

test('periods stand once, in order, a year after its quarters', () => {
  assert.deepEqual(periodsOf([row('2021', '2026'), row('2020', '2021', '2026Q1')]), [
    '2020',
    '2021',
    '2026Q1',
    '2026',
  ])
})
