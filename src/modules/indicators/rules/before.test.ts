import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { periodsBefore } from './before.ts'

const before = (code: string, count = 3) => periodsBefore(parsePeriod(code)!, count)

for (const [code, ...expected] of [
  ['2021', '2020', '2019', '2018'],
  ['2021H1', '2020H2', '2020H1', '2019H2'],
  ['2021Q2', '2021Q1', '2020Q4', '2020Q3'],
  ['202102', '202101', '202012', '202011'],
  ['2021N9', '2020N9', '2019N9', '2018N9'],
  ['2020-2025'],
])
  test(`before ${code}`, () => assert.deepEqual(before(code!), expected))

test('each ends the day before the next begins', () => {
  for (const code of ['2021', '2021H2', '2021Q3', '202103']) {
    const starts = [code, ...before(code, 30)].map((c) => parsePeriod(c)!)
    for (const [n, period] of starts.slice(1).entries())
      assert.equal(addDays(period.endsOn, 1), starts[n]!.startsOn)
  }
})
