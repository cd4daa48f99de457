import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { evaluate, type Formula, isFault, parseFormula, partsOf } from './formula.ts'

const parsed = (text: string): Formula => {
  const formula = parseFormula(text)
  assert.ok(!isFault(formula), `${text}: ${JSON.stringify(formula)}`)
  return formula
}
const values: Record<string, string | null> = { a: '7430', b: '0.1', c: '0.2', zero: '0', none: null }
const result = (text: string) => evaluate(parsed(text), (code) => values[code] ?? null)

const cases = [
  ['1 + 2 * 3', { value: '7' }],
  ['(1 + 2) * 3', { value: '9' }],
  ['8 - 3 - 2', { value: '3' }],
  ['8 / 4 / 2', { value: '1' }],
  ['-{a} + 1', { value: '-7429' }],
  ['{b} + {c}', { value: '0.3' }],
  ['{a} / 3', { value: '2476.6666666667' }],
  ['round({a} / 3, 1)', { value: '2476.7' }],
  ['round(2.5, 0)', { value: '3' }],
  ['min({b}, {c}, 5)', { value: '0.1' }],
  ['max({b}, {c})', { value: '0.2' }],
  ['{a} + {none}', { missing: 'none' }],
  ['{a} + orZero({none})', { value: '7430' }],
  ['{a} / {zero}', { missing: 'division-by-zero' }],
  ['orZero({a} / {zero})', { value: '0' }],
] as const
for (const [text, expected] of cases) test(`formula: ${text}`, () => assert.deepEqual(result(text), expected))

const unreadable = [
  '',
  '1 +',
  '{a',
  'sqrt(2)',
  'round(1)',
  '1 2',
  '{a} ** 2',
  'process.exit()',
  '1e5',
  '(1',
  '{a}; 1',
]
for (const text of unreadable) test(`not a formula: "${text}"`, () => assert.ok(isFault(parseFormula(text))))

test('the parts of a formula are named once each, in order', () =>
  assert.deepEqual(partsOf(parsed('{a} + orZero({b}) * {a}')), ['a', 'b']))

test('sums of decimals are exact, however long', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -999_999, max: 999_999 }), { minLength: 1, maxLength: 20 }),
      (cents) => {
        const text = cents.map((c) => `(${(c / 100).toFixed(2).replace('-', '0-')})`).join('+')
        const total = cents.reduce((a, b) => a + b, 0)
        const outcome = evaluate(parsed(text), () => null)
        assert.ok('value' in outcome)
        assert.equal(Math.round(Number(outcome.value) * 100), total)
      },
    ),
  ))
