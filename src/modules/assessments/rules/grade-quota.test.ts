import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fillMeters, type Graded, isWithin, mostOf } from './grade-quota.ts'
import { type Grade, LEVELS, Quota } from './grade-rules.ts'

const rule = (part: object = {}) => Quota.parse({ level: 'HTXSNV', percent: '20', base: 'good', ...part })

describe('at most 20 %', () => {
  // domain.md §2.5: n people judged good or better, floor
  const TABLE: [n: number, readingA: number, readingB: number][] = [
    [0, 0, 0],
    [4, 0, 0],
    [5, 0, 1],
    [6, 1, 1],
    [10, 1, 2],
    [12, 2, 2],
    [15, 2, 3],
    [20, 3, 4],
    [24, 4, 4],
    [25, 4, 5],
  ]
  for (const [n, readingA, readingB] of TABLE)
    test(`of ${n}: ${readingA} by reading A, ${readingB} by reading B`, () => {
      assert.equal(mostOf(n, rule(), 'good'), readingA)
      assert.equal(mostOf(n, rule(), 'goodOrBetter'), readingB)
    })

  test('a small unit may have as many as the rules say, but not more than it has people', () => {
    const small = rule({ smallUnit: { below: 5, allow: 1 } })
    assert.deepEqual(
      [0, 1, 4, 5, 6].map((n) => mostOf(n, small, 'good')),
      [0, 1, 1, 0, 1],
    )
    assert.equal(mostOf(1, rule({ smallUnit: { below: 5, allow: 3 } }), 'good'), 1)
  })

  test('rounding is the rules', () => {
    const of = (rounding: string) => mostOf(13, rule({ rounding }), 'goodOrBetter') // 2.6
    assert.deepEqual([of('floor'), of('half'), of('ceil')], [2, 3, 3])
    assert.equal(mostOf(12, rule({ percent: '12.5' }), 'goodOrBetter'), 1)
  })
})

const anyRule = fc
  .record({
    percent: fc.integer({ min: 0, max: 100 }).map(String),
    base: fc.constantFrom('good', 'goodOrBetter'),
    rounding: fc.constantFrom('floor', 'half', 'ceil'),
    smallUnit: fc.option(
      fc.record({ below: fc.integer({ min: 1, max: 6 }), allow: fc.integer({ min: 0, max: 6 }) }),
    ),
  })
  .map((part) => rule(part))

test('the ceiling is the most that the text allows: it fits, and one more does not', () => {
  fc.assert(
    fc.property(anyRule, fc.integer({ min: 0, max: 200 }), (quota, n) => {
      const most = mostOf(n, quota, quota.base)
      assert.ok(most >= 0 && most <= n)
      assert.ok(isWithin({ better: most, good: n - most }, quota))
      if (most < n) assert.ok(!isWithin({ better: most + 1, good: n - most - 1 }, quota))
    }),
  )
})

test('reading A never allows more than reading B', () => {
  fc.assert(
    fc.property(anyRule, fc.integer({ min: 0, max: 200 }), (quota, n) =>
      assert.ok(mostOf(n, quota, 'good') <= mostOf(n, quota, 'goodOrBetter')),
    ),
  )
})

const grade = fc.option(fc.constantFrom<Grade>(...LEVELS, 'exempt'))
const subject = fc.record({
  group: fc.constantFrom('a', 'b'),
  unit: fc.constantFrom({ code: 'U', name: 'U' }, { code: 'V', name: 'V' }),
  proposed: grade,
  decided: grade,
})

test('whoever is counted is counted in one group, and over is over in that group alone', () => {
  fc.assert(
    fc.property(
      anyRule,
      fc.constantFrom('all' as const, 'group' as const, 'unit' as const, 'unitAndGroup' as const),
      fc.array(subject, { maxLength: 60 }),
      (quota, groupBy, subjects) => {
        const meters = fillMeters([{ ...quota, groupBy }], subjects, [])
        assert.equal(meters.flatMap(({ members }) => members).length, subjects.length)
        for (const { decided, ofDecided } of meters) {
          const { HTXSNV: better, HTTNV: good } = decided
          assert.equal(ofDecided.isOver, !isWithin({ better, good }, quota))
        }
      },
    ),
  )
})

test('an exception raises one group, and a decision stands before its proposal', () => {
  const of = (group: string, count: number, proposed: Grade, decided: Grade | null = null): Graded[] =>
    Array.from({ length: count }, () => ({ group, unit: { code: 'U', name: 'U' }, proposed, decided }))
  const subjects = [
    ...of('a', 3, 'HTXSNV'),
    ...of('a', 1, 'HTXSNV', 'HTTNV'),
    ...of('a', 9, 'HTTNV'),
    ...of('b', 3, 'HTXSNV'),
    ...of('b', 10, 'HTTNV'),
  ]
  const raised = { key: 'b', level: 'HTXSNV', percent: '30' }
  const [a, b] = fillMeters([rule()], subjects, [raised])
  assert.deepEqual([a!.proposed.HTXSNV, a!.proposed.HTTNV, a!.decided.HTTNV], [3, 10, 1])
  assert.deepEqual(a!.ofProposed, { used: 3, allowed: 2, isOver: true })
  assert.deepEqual(b!.ofProposed, { used: 3, allowed: 3, isOver: false })
  assert.deepEqual(a!.readings, { good: 2, goodOrBetter: 2 })
  assert.equal(b!.exception, raised)
})
