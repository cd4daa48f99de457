import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePeriod } from '#kernel/period.ts'
import { trendSteps } from './trend-steps.ts'

const of = (...codes: string[]) => codes.map((code) => parsePeriod(code)!)
const year = parsePeriod('2021')!

test('what was reported by month is followed month by month, each point from the beginning of the year', () => {
  const steps = trendSteps(year, [of('202103', '202104')], false)
  assert.equal(steps.length, 12)
  assert.deepEqual(
    steps.map(({ code }) => code).filter((_, i) => i % 5 === 0),
    ['202101', '202106', '202111'],
  )
  assert.deepEqual([steps[2]!.window.startsOn, steps[2]!.window.endsOn], ['2021-01-01', '2021-03-31'])
  assert.equal(steps[11]!.window.code, '2021')
})

test('a figure made of several is followed as seldom as the one that is reported least often', () => {
  const codes = trendSteps(year, [of('202103'), of('2021Q1', '202105')], false).map(({ code }) => code)
  assert.equal(codes.length, 12)
  assert.deepEqual(
    trendSteps(year, [of('202103'), of('2021Q1')], false).map(({ code }) => code),
    ['2021Q1', '2021Q2', '2021Q3', '2021Q4'],
  )
})

test('what says nothing of longer times keeps to its own periods', () => {
  const [, second] = trendSteps(year, [of('2021Q1')], true)
  assert.equal(second!.window.startsOn, '2021-04-01')
})

test('yearly reports are followed over the years, and so is what nobody reported', () => {
  const years = ['2016', '2017', '2018', '2019', '2020', '2021']
  assert.deepEqual(
    trendSteps(year, [of('2021')], false).map(({ code }) => code),
    years,
  )
  assert.deepEqual(
    trendSteps(year, [of('202101'), of('2021')], false).map(({ code }) => code),
    years,
  )
  assert.deepEqual(
    trendSteps(year, [[]], false).map(({ code }) => code),
    years,
  )
})

test('a term goes through its years, nine months through their quarters', () => {
  assert.equal(trendSteps(parsePeriod('2020-2025')!, [of('2021')], false).length, 6)
  assert.equal(trendSteps(parsePeriod('2021N9')!, [of('2021Q1')], false).length, 3)
  assert.equal(trendSteps(parsePeriod('2021N9')!, [of('2021H1')], false)[0]!.code, '2016N9')
})
