import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compareExact, plus, readExact, ZERO } from '#kernel/exact.ts'
import { type Claim, Scheme } from '../schema.ts'
import { assess, type Result } from './assess.ts'
import { checkScheme } from './check-scheme.ts'
import { readJson } from './read-json.ts'

const ratio = (code: string, max: string | number, more = '') =>
  `{"code":"${code}","name":"${code}","max":${max},"na":"exclude","rule":{"type":"ratio"}${more}}`
const schemeOf = (over: Partial<Record<string, string>> = {}): Scheme => {
  const member = (name: string, usual: string) => `"${name}":${over[name] ?? usual}`
  const areas = `[{"code":"I","name":"I","max":10,"criteria":[${ratio('1.1', 6)},${ratio('1.2', 4)}]},
    {"code":"II","name":"II","max":5,"criteria":[{"code":"2.1","name":"s","max":5,"na":"zero","rule":{"type":"survey","scale":5,"minSample":10}}]}]`
  return Scheme.parse(
    readJson(`{"code":"S","name":"S","subjects":"units","validFrom":"2020-01-01","validTo":null,"basis":"",
      ${member('roundDecimals', '2')},${member('rebase', 'true')},${member('ties', '"skip"')},
      ${member('adjust', '{"min":-3,"max":3}')},${member('classes', '[{"label":"Tốt","from":80},{"label":"Khá","from":65}]')},
      ${member('areas', areas)}}`),
  )
}
const claim = (criterion: string, input: string, stage: Claim['stage'] = 'verified'): Claim => ({
  criterion,
  stage,
  input: JSON.stringify(readJson(input)),
})
const share = (criterion: string, percent: number, stage?: Claim['stage']) =>
  claim(criterion, `{"num":${percent},"den":100}`, stage)
const whole = (a: number, b: number) => [share('1.1', a), share('1.2', b)]
const brief = (results: readonly Result[]) =>
  Object.fromEntries(results.map((one) => [one.unitCode, [one.indexPercent, one.rank, one.class]]))

describe('an assessment', () => {
  test('is points of the maximum, in percent, rounded half up before ranking', () => {
    const results = assess(
      schemeOf(),
      new Map([
        ['A', whole(80, 80)],
        ['B', whole(66, 65)],
        ['C', whole(10, 10)],
      ]),
    )
    assert.deepEqual(brief(results), {
      A: ['80.00', 1, 'Tốt'],
      B: ['65.60', 2, 'Khá'],
      C: ['10.00', 3, null],
    })
    assert.equal(results[0]!.max, '10') // the survey was not run: 15 − 5
  })

  test('counts the last that was said, and never an explanation', () => {
    const said = [
      share('1.1', 100, 'self'),
      share('1.1', 50, 'verified'),
      share('1.1', 90, 'explained'),
      share('1.2', 100, 'self'),
    ]
    const [one] = assess(schemeOf(), new Map([['A', said]]))
    assert.deepEqual(
      one!.criteria.map(({ code, points, stage }) => [code, points, stage]),
      [
        ['1.1', '3', 'verified'],
        ['1.2', '4', 'self'],
        ['2.1', null, null],
      ],
    )
  })

  test('of a unit with an open criterion has no index, class or rank; it is not a low score', () => {
    const results = assess(
      schemeOf(),
      new Map([
        ['A', [share('1.1', 100)]],
        ['B', whole(1, 1)],
      ]),
    )
    assert.deepEqual(brief(results), { B: ['1.00', 1, null], A: [null, null, null] })
    assert.deepEqual(results[1]!.areas[0], { code: 'I', points: null, max: '10' })
    assert.equal(results[1]!.complete, false)
  })

  test('leaves out what is ruled not applicable, and a survey that was not run; too small a survey is open', () => {
    const na = [claim('1.1', '{"na":true}'), share('1.2', 50)]
    const small = [...whole(50, 50), claim('2.1', '{"groups":{"a":{"mean":5,"n":9}}}')]
    const results = assess(
      schemeOf(),
      new Map([
        ['N', na],
        ['S', small],
      ]),
    )
    assert.deepEqual(brief(results), { N: ['50.00', 1, null], S: [null, null, null] })
    assert.equal(results[0]!.max, '4')
    const strict = assess(schemeOf({ rebase: 'false' }), new Map([['A', whole(50, 50)]]))
    assert.equal(strict[0]!.complete, false)
  })

  test('keeps bonus and penalty outside the maximum, within their bounds', () => {
    const results = assess(
      schemeOf(),
      new Map([
        ['A', [...whole(50, 50), claim('*', '{"adjust":-9}')]],
        ['B', [...whole(95, 95), claim('*', '{"adjust":2}')]],
      ]),
    )
    assert.deepEqual(brief(results), { B: ['100.00', 1, 'Tốt'], A: ['20.00', 2, null] })
    assert.deepEqual([results[1]!.points, results[1]!.max, results[1]!.adjusted], ['2', '10', '-3'])
  })

  test('shares places by the stated rule on ties', () => {
    const group = new Map([
      ['A', whole(90, 90)],
      ['B', whole(80, 80)],
      ['C', whole(100, 50)],
      ['D', whole(10, 10)],
    ])
    const ranks = (ties: string) =>
      Object.fromEntries(assess(schemeOf({ ties }), group).map(({ unitCode, rank }) => [unitCode, rank]))
    assert.deepEqual(ranks('"skip"'), { A: 1, B: 2, C: 2, D: 4 })
    assert.deepEqual(ranks('"dense"'), { A: 1, B: 2, C: 2, D: 3 })
    assert.deepEqual(ranks('["1.1"]'), { A: 1, C: 2, B: 3, D: 4 })
    assert.deepEqual(ranks('["I","1.2"]'), { A: 1, B: 2, C: 3, D: 4 })
  })
})

describe('whatever is scored', () => {
  const percent = fc.integer({ min: 0, max: 100 })
  const group = fc
    .array(fc.tuple(percent, percent), { minLength: 1, maxLength: 8 })
    .map((pairs) => new Map(pairs.map(([a, b], n) => [`U${n}`, whole(a, b)])))

  test('leaves add up to the score, and the index stays within 0 and 100', () => {
    fc.assert(
      fc.property(group, fc.integer({ min: -5, max: 5 }), (units, adjust) => {
        const all = new Map(
          [...units].map(([unit, claims]) => [unit, [...claims, claim('*', `{"adjust":${adjust}}`)]]),
        )
        for (const one of assess(schemeOf(), all)) {
          const leaves = one.criteria.map(({ points }) => readExact(points ?? '0')!).reduce(plus, ZERO)
          assert.equal(compareExact(plus(leaves, readExact(one.adjusted)!), readExact(one.points!)!), 0)
          assert.ok(Number(one.indexPercent) >= 0 && Number(one.indexPercent) <= 100)
        }
      }),
    )
  })

  test('the order of the input changes no byte', () => {
    fc.assert(
      fc.property(group, fc.infiniteStream(fc.nat(1)), (units, coin) => {
        const shuffled = [...units].toSorted(() => (coin.next().value === 0 ? -1 : 1))
        const turned = new Map(shuffled.map(([unit, claims]) => [unit, claims.toReversed()]))
        assert.equal(JSON.stringify(assess(schemeOf(), turned)), JSON.stringify(assess(schemeOf(), units)))
      }),
    )
  })

  test('scaling all weights changes no rank', () => {
    const double = schemeOf({
      areas: `[{"code":"I","name":"I","max":20,"criteria":[${ratio('1.1', 12)},${ratio('1.2', 8)}]}]`,
    })
    const single = schemeOf({
      areas: `[{"code":"I","name":"I","max":10,"criteria":[${ratio('1.1', 6)},${ratio('1.2', 4)}]}]`,
    })
    const ranks = (scheme: Scheme, units: Map<string, Claim[]>) =>
      assess(scheme, units).map(({ unitCode, rank }) => `${unitCode} ${rank}`)
    fc.assert(fc.property(group, (units) => assert.deepEqual(ranks(double, units), ranks(single, units))))
  })

  test('raising one value lowers nobody their own rank', () => {
    fc.assert(
      fc.property(group, fc.nat(), fc.integer({ min: 1, max: 100 }), (units, pick, more) => {
        const unit = [...units.keys()][pick % units.size]!
        const [first, second] = units.get(unit)!
        const { num } = JSON.parse(first!.input) as { num: string }
        const raised = [share('1.1', Math.min(100, Number(num) + more)), second!]
        const rankIn = (all: Map<string, Claim[]>) =>
          assess(schemeOf(), all).find(({ unitCode }) => unitCode === unit)!.rank!
        assert.ok(rankIn(new Map([...units, [unit, raised]])) <= rankIn(units))
      }),
    )
  })
})

describe('a scheme', () => {
  const faults = (over: Partial<Record<string, string>>) =>
    checkScheme(schemeOf(over)).map(({ at, code }) => `${at} ${code}`)

  test('is in order when its points add up', () => {
    assert.deepEqual(faults({}), [])
    assert.deepEqual(
      faults({
        areas: `[{"code":"I","name":"I","max":9,"criteria":[${ratio('1.1', 6)},${ratio('1.2', 4)}]}]`,
      }),
      ['I areaSum'],
    )
    assert.deepEqual(
      faults({
        areas: `[{"code":"I","name":"I","max":0.3,"criteria":[${ratio('a', '0.1')},${ratio('b', '0.2')}]}]`,
      }),
      [],
    )
  })

  test('names each code once, and ties by what it has', () => {
    assert.deepEqual(
      faults({ areas: `[{"code":"I","name":"I","max":10,"criteria":[${ratio('a', 6)},${ratio('a', 4)}]}]` }),
      ['a repeated'],
    )
    assert.deepEqual(faults({ ties: '["1.1","9.9"]' }), ['9.9 tieUnknown'])
  })

  test('that excludes must re-base', () =>
    assert.deepEqual(faults({ rebase: 'false' }), ['1.1 excludeWithoutRebase', '1.2 excludeWithoutRebase']))

  test('has tiers that cover without overlap', () => {
    const tiers = (list: string) =>
      faults({
        areas: `[{"code":"I","name":"I","max":2,"criteria":[{"code":"t","name":"t","max":2,"na":"zero","rule":{"type":"ratioTiers","tiers":[${list}]}}]}]`,
      })
    assert.deepEqual(tiers('{"to":90,"points":0},{"from":90,"points":2}'), [])
    assert.deepEqual(tiers('{"from":90,"points":2},{"to":90,"points":0}'), [])
    assert.deepEqual(tiers('{"to":90,"toIncluded":true,"points":0},{"from":90,"points":2}'), [
      't tiers.overlap',
    ])
    assert.deepEqual(tiers('{"to":90,"points":0},{"from":90,"fromIncluded":false,"points":2}'), [
      't tiers.gap',
    ])
    assert.deepEqual(tiers('{"to":90,"points":0},{"from":91,"points":2}'), ['t tiers.gap'])
    assert.deepEqual(tiers('{"points":0},{"from":91,"points":2}'), ['t tiers.overlap'])
    assert.deepEqual(tiers('{"from":5,"to":5,"points":2}'), ['t tiers.empty'])
    assert.deepEqual(tiers('{"from":5,"to":5,"toIncluded":true,"points":2}'), [])
  })
})
