import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parsePeriod } from './period.ts'
import { periodBefore } from './period-before.ts'

describe('the period before', () => {
  const cases = [
    ['2021', '2020'],
    ['202101', '202012'],
    ['202112', '202111'],
    ['2021Q1', '2020Q4'],
    ['2021Q3', '2021Q2'],
    ['2021H2', '2021H1'],
    ['2021H1', '2020H2'],
    ['2021N9', '2020N9'],
    ['2020-2025', '2014-2019'],
  ] as const
  for (const [code, before] of cases)
    test(`${code} is ${before}`, () => assert.equal(periodBefore(parsePeriod(code)!), before))

  test('is none before the first year', () => assert.equal(periodBefore(parsePeriod('0001')!), null))
})
