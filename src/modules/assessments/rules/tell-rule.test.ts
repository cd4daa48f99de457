import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formatNumber, type Tongue } from '#kernel/number-text.ts'
import { translator } from '#platform/i18n/translate.ts'
import { Rule } from '../schema.ts'
import { readJson } from './read-json.ts'
import { type RuleWords, tellCriterion, tellRule } from './tell-rule.ts'

const wordsIn = (lang: Tongue): RuleWords => ({
  t: translator(lang),
  number: (value) => formatNumber(lang, value),
})
const told = (rule: object, max = '6', lang: Tongue = 'vi') =>
  tellRule(Rule.parse(readJson(JSON.stringify(rule))), max, wordsIn(lang))
const tiers = [
  { from: 98, points: 6 },
  { from: 95.5, to: 98, fromIncluded: false, toIncluded: false, points: 4 },
  { from: 90, to: 95.5, toIncluded: true, points: 2 },
  { to: 90, points: 0 },
]

describe('a rule in words', () => {
  test('says which bound belongs to a tier', () => {
    assert.deepEqual(told({ type: 'ratioTiers', tiers }), [
      'từ 98 % trở lên được 6',
      'trên 95,5 % đến dưới 98 % được 4',
      'từ 90 % đến 95,5 % được 2',
      'dưới 90 % được 0',
    ])
    assert.equal(told({ type: 'ratioTiers', tiers }, '6', 'en')[1], 'above 95.5% to below 98%: 4')
    const all = { from: 100, to: 100, toIncluded: true, points: 6 }
    assert.deepEqual(told({ type: 'countTiers', tiers: [all, { points: 1 }] }), [
      'đúng 100 được 6',
      'mọi giá trị được 1',
    ])
  })

  test('names floor, target and cap of a ratio only where they say something', () => {
    assert.deepEqual(told({ type: 'ratio' }, '2'), ['tỷ lệ × 2'])
    assert.deepEqual(told({ type: 'ratio', floor: 80, target: 100, cap: 100 }, '2'), [
      'tỷ lệ × 2',
      'dưới 80 % được 0',
    ])
    assert.deepEqual(told({ type: 'ratio', target: 80, cap: 90 }, '3.5'), [
      'tỷ lệ ÷ 80 % × 3,5, không quá mức tối đa',
      'tỷ lệ tính đến 90 %',
    ])
  })

  test('has words for every type, in both languages, and leaves no key or brace in them', () => {
    const rules = [
      { type: 'met' },
      { type: 'checklist', items: [{ code: 'a', label: 'kế hoạch', points: 0.5 }] },
      { type: 'compare', tiers },
      { type: 'deduct', per: [{ code: 'late', points: 0.25 }] },
      { type: 'deadline', graceDays: 3, perDay: 0.5 },
      { type: 'external' },
      { type: 'survey', scale: 5, minSample: 30, weights: { citizens: 0.7, officials: 0.3 } },
      { type: 'survey', scale: 'percent' },
      ...['sum', 'min', 'product'].map((op) => ({
        type: 'composite',
        op,
        of: [{ max: 1, rule: { type: 'met' } }],
      })),
    ]
    for (const lang of ['vi', 'en'] as const)
      for (const rule of rules)
        for (const line of told(rule, '2', lang))
          assert.doesNotMatch(line, /app\.|[{}]|undefined/, JSON.stringify(rule))
    assert.deepEqual(told(rules[1]!), ['kế hoạch: 0,5'])
    assert.deepEqual(told(rules[6]!, '2'), [
      'khảo sát: điểm trung bình ÷ 5 × 2',
      'ít nhất 30 phiếu, thiếu thì chưa chấm',
      'trọng số: citizens 0,7, officials 0,3',
    ])
  })

  test('ends with what holds where nothing was to be done', () => {
    const lines = tellCriterion({ rule: { type: 'met' }, max: '2', na: 'exclude' }, wordsIn('vi'))
    assert.deepEqual(lines, ['đạt được 2, không đạt được 0', 'không phát sinh thì bỏ khỏi thang điểm'])
  })
})
