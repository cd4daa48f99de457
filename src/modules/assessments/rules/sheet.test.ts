import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Claim, Scheme, STAGES } from '../schema.ts'
import { assess } from './assess.ts'
import { readJson } from './read-json.ts'
import { judgeSheet, readyScheme } from './sheet.ts'

const SCHEME = Scheme.parse(
  readJson(`{"code":"S","name":"S","subjects":"units","validFrom":"2020-01-01","rebase":true,
    "adjust":{"min":-3,"max":3},
    "areas":[
      {"code":"I","name":"I","max":10,"criteria":[
        {"code":"1","name":"1","max":6,"na":"exclude","rule":{"type":"ratio"}},
        {"code":"2","name":"2","max":4,"rule":{"type":"countTiers","tiers":[{"from":0,"to":5,"points":1},{"from":5,"points":4}]}}]},
      {"code":"II","name":"II","max":5,"criteria":[
        {"code":"3","name":"3","max":5,"rule":{"type":"survey","scale":5,"minSample":10}}]}]}`),
)
const ready = readyScheme(SCHEME)
const said = (criterion: string, stage: Claim['stage'], input: object): Claim => ({
  criterion,
  stage,
  input: JSON.stringify(input),
})

describe('a sheet', () => {
  test('sums each stage apart, and surveys apart from all', () => {
    const { areas, totals } = judgeSheet(ready, [
      said('1', 'self', { num: '1', den: '2' }),
      said('2', 'self', { count: '5' }),
      said('2', 'verified', { count: '4' }),
      said('3', 'verified', { groups: { citizens: { mean: '4', n: '10' } } }),
    ])
    assert.deepEqual(areas[0]!.sums, {
      self: { points: '7', max: '10', said: 2, of: 2 },
      verified: { points: '1', max: '10', said: 1, of: 2 },
      reVerified: { points: '0', max: '10', said: 0, of: 2 },
      final: { points: '0', max: '10', said: 0, of: 2 },
      survey: { points: '0', max: '0', said: 0, of: 0 },
      counted: { points: '4', max: '10', said: 2, of: 2 },
    })
    assert.deepEqual(totals.survey, { points: '4', max: '5', said: 1, of: 1 })
    assert.deepEqual([totals.counted.points, totals.indexPercent], ['8', '53.33'])
  })

  test('takes what is ruled not applicable out of the maximum of its stage', () => {
    const { totals } = judgeSheet(ready, [said('1', 'self', { na: true }), said('2', 'self', { count: '5' })])
    assert.deepEqual(totals.self, { points: '4', max: '4', said: 2, of: 2 })
    assert.equal(totals.indexPercent, '100.00')
  })

  test('has no index while something is open, whatever its points', () => {
    const { totals } = judgeSheet(ready, [said('2', 'self', { count: '5' })])
    assert.deepEqual(
      [totals.counted, totals.indexPercent],
      [{ points: '4', max: '10', said: 2, of: 3 }, null],
    )
  })

  test('tells no own score that is hidden', () => {
    const { totals, areas } = judgeSheet(ready, [], true)
    assert.deepEqual([totals.self, areas[0]!.sums.self], [null, null])
  })

  test('is what the assessment makes of the same scores', () => {
    const input = fc.oneof(
      fc.record({ num: fc.nat(9).map(String), den: fc.nat(9).map(String) }),
      fc.record({ count: fc.nat(9).map(String) }),
      fc.constant({ na: true }),
      fc.record({ adjust: fc.integer({ min: -5, max: 5 }).map(String) }),
    )
    const cell = fc.tuple(fc.constantFrom('1', '2', '3', '*'), fc.constantFrom(...STAGES), input)
    const once = fc.uniqueArray(cell, { selector: ([code, stage]) => `${code} ${stage}`, maxLength: 16 })
    fc.assert(
      fc.property(once, (cells) => {
        const claims = cells.map(([code, stage, value]) => said(code, stage, value))
        const [result] = assess(SCHEME, new Map([['A', claims]]))
        const { totals } = judgeSheet(ready, claims)
        assert.deepEqual(
          [totals.counted.points, totals.counted.max, totals.indexPercent, totals.adjusted],
          [result!.points, result!.max, result!.indexPercent, result!.adjusted],
        )
      }),
    )
  })
})
