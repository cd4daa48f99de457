import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Big, plain } from '#kernel/decimal.ts'
import { type Beside, judgeCell, usualRange } from './outlier.ts'

const beside = (part: Partial<Beside>): Beside => ({ previous: null, usual: null, minimum: null, ...part })
const kind = (value: string | null, part: Partial<Beside>) => judgeCell(value, beside(part))?.kind ?? null

describe('what is usual', () => {
  for (const [history, minimum, expected] of [
    [['1060', '1070', '1080'], '0', null],
    [['100', '100', '100', '100'], '0', ['75', '125']],
    [['10', '12', '11', '13', '12'], '0', ['7.5', '16.5']],
    // one slip of a unit of measure in the history moves nothing
    [['10', '12', '11', '13', '12000'], '0', ['7.5', '16.5']],
    // a crop of one season
    [['0', '0', '0', '50', '0', '0', '0', '48'], '0', ['0', '50']],
    [['1', '2', '3', '40'], '0', ['0', '7']],
    [['-5', '-4', '-6', '-5'], null, ['-7.3', '-2.7']],
  ] as const)
    test(`${history.join(' ')} with a minimum of ${minimum}`, () => {
      const usual = usualRange(history, minimum)
      const places = history.some((v) => v.includes('.'))
      if (expected === null) return assert.equal(usual, null)
      assert.ok(usual)
      // whole numbers are answered in whole numbers, rounded outwards
      const [low, high] = expected.map(Number) as [number, number]
      assert.deepEqual(
        [usual.low, usual.high],
        places ? [...expected] : [plain(String(Math.floor(low))), plain(String(Math.ceil(high)))],
      )
    })

  const value = fc.integer({ min: 0, max: 10_000_000 }).map((n) => plain(new Big(n).div(100)))
  const history = fc.array(value, { minLength: 4, maxLength: 8 })

  test('does not ask in which order it happened', () =>
    fc.assert(
      fc.property(history, (values) =>
        assert.deepEqual(usualRange(values, '0'), usualRange(values.toReversed(), '0')),
      ),
    ))

  test('always holds the middle of the history, and never what the indicator does not take', () =>
    fc.assert(
      fc.property(history, (values) => {
        const { low, high } = usualRange(values, '0')!
        const sorted = values.map(Number).sort((a, b) => a - b)
        assert.ok(Number(low) >= 0)
        assert.ok(Number(low) <= sorted[Math.floor(sorted.length / 2)]!)
        assert.ok(Number(high) >= sorted[Math.floor((sorted.length - 1) / 2)]!)
      }),
    ))

  test('grows with the unit of measure: the same in đồng as in triệu đồng', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 4, maxLength: 8 }), (values) => {
        const million = (n: number) => String(n * 1_000_000)
        const [small, large] = [usualRange(values.map(String), '0')!, usualRange(values.map(million), '0')!]
        // rounded outwards, the small one to whole numbers
        assert.ok(new Big(large.high).lte(million(Number(small.high))))
        assert.ok(new Big(large.low).gte(million(Number(small.low))))
      }),
    ))
})

describe('a value', () => {
  const usual = { low: '7.5', high: '16.5' }
  for (const [name, value, part, expected] of [
    ['that is missing is not judged', null, { usual, previous: '1' }, null],
    ['at the ends of the usual is usual', '7.5', { usual }, null],
    ['at the other end too', '16.5', { usual }, null],
    ['just outside is looked at', '16.51', { usual }, 'unusual'],
    ['below is looked at', '7', { usual, previous: '7' }, 'unusual'],
    ['three times the one before is no jump', '30', { previous: '10' }, null],
    ['more than that is', '30.1', { previous: '10' }, 'jump'],
    ['below a third is', '3.3', { previous: '10' }, 'jump'],
    ['of the other sign is', '-9', { previous: '10' }, 'jump'],
    ['after 0 is not', '500', { previous: '0' }, null],
    ['without anything beside it is not judged', '500', {}, null],
    ['below the minimum is told first', '-1', { minimum: '0', usual }, 'minimum'],
    ['that is the sum of its parts is right', '5', { parts: ['2', '3'] }, null],
    ['that is not, is looked at', '6', { parts: ['2', '3'] }, 'parts'],
    [
      'above the parts that are there, while one is missing, may be right',
      '6',
      { parts: ['2', '3', null] },
      null,
    ],
    ['below them may not', '4', { parts: ['2', '3', null] }, 'parts'],
    ['is not compared with parts that are all missing', '4', { parts: [null, null] }, null],
    ['is not compared with missing parts when one is negative', '1', { parts: ['-2', '4', null] }, null],
    ['in decimals adds up exactly', '0.3', { parts: ['0.1', '0.2'] }, null],
  ] as const satisfies [string, string | null, Partial<Beside>, string | null][])
    test(name, () => assert.equal(kind(value, part), expected))

  test('says what it was compared with', () => {
    assert.deepEqual(judgeCell('6', beside({ parts: ['2', '3'] })), { kind: 'parts', sum: '5' })
    assert.deepEqual(judgeCell('40', beside({ usual })), { kind: 'unusual', usual, isHigh: true })
    assert.deepEqual(judgeCell('1', beside({ previous: '10' })), {
      kind: 'jump',
      previous: '10',
      isHigh: false,
    })
  })
})
