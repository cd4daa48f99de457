import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Before, type Definition, judgeDefinition, judgeForm } from './define.ts'

const AREA: Definition = {
  code: 'area',
  unitOfMeasure: 'ha',
  acrossUnits: 'sum',
  weight: null,
  acrossTime: 'last',
  formula: null,
  minimum: '0',
  breakdown: { name: 'crop', items: ['longan', 'mango'] },
}
const UNUSED = { values: 0, from: null, to: null, items: [] }
const USED = { values: 12, from: '2020', to: '2022', items: ['longan'] }
const before = (use: Before['use'], source: string | null = null): Before => ({ ...AREA, source, use })
const known = new Map([
  ['area', { ...AREA }],
  ['rate', { code: 'rate', formula: '{area} / 2', weight: null }],
  ['deeds', { code: 'deeds', formula: null, weight: null, source: 'recognition.deeds' }],
])
const told = (draft: Definition, was?: Before) =>
  judgeDefinition(draft, known, was).map(({ path, code }) => `${path} ${code}`)
const derived = (formula: string): Definition => ({
  ...AREA,
  code: 'new',
  formula,
  minimum: null,
  breakdown: null,
})

describe('a definition', () => {
  test('may say anything while nothing stands behind it', () =>
    assert.deepEqual(told({ ...AREA, unitOfMeasure: 'm²', acrossUnits: 'mean' }, before(UNUSED)), []))

  test('keeps its meaning once it has values, and says of which periods', () => {
    const faults = judgeDefinition({ ...AREA, unitOfMeasure: 'm²', acrossTime: 'sum' }, known, before(USED))
    assert.deepEqual(faults, [
      {
        path: 'unitOfMeasure',
        code: 'definition.meaning',
        details: { values: 12, from: '2020', to: '2022' },
      },
      { path: 'acrossTime', code: 'definition.meaning', details: { values: 12, from: '2020', to: '2022' } },
    ])
    assert.deepEqual(told({ ...AREA, minimum: '5' }, before(USED)), [])
  })

  test('takes further items, and keeps those that have values', () => {
    const items = (list: string[] | null) =>
      told({ ...AREA, breakdown: { name: 'crop', items: list } }, before(USED))
    assert.deepEqual(items(['longan', 'mango', 'plum']), [])
    assert.deepEqual(items(['longan']), [])
    assert.deepEqual(items(null), [])
    assert.deepEqual(items(['mango']), ['breakdown definition.items'])
    assert.deepEqual(told({ ...AREA, breakdown: null }, before(USED)), ['breakdown definition.dimension'])
  })

  test('of a formula says what cannot be read, what is not there, and what goes in a circle', () => {
    assert.deepEqual(told(derived('{area} * 2')), [])
    assert.deepEqual(judgeDefinition(derived('{area} *'), known)[0], {
      path: 'formula',
      code: 'definition.formula',
      details: { at: 9, found: '…' },
    })
    assert.deepEqual(told(derived('{nope}')), ['formula definition.needs'])
    assert.deepEqual(told(derived('{new} + 1')), ['formula definition.circle'])
    assert.deepEqual(told({ ...derived('{rate}'), code: 'area' }), ['formula definition.circle'])
    assert.deepEqual(told({ ...derived('{area}'), minimum: '0' }), ['minimum definition.derived'])
  })

  test('is weighted by a reported indicator, and only then', () => {
    const weighted = (weight: string | null) => told({ ...AREA, code: 'w', acrossUnits: 'weighted', weight })
    assert.deepEqual(weighted('area'), [])
    for (const bad of [null, 'rate', 'nope', 'w'])
      assert.deepEqual(weighted(bad), ['weight definition.weight'])
    assert.deepEqual(told({ ...AREA, weight: 'area' }), ['weight definition.weight'])
  })

  test('that counts records may be renamed and nothing else', () => {
    assert.deepEqual(told(AREA, before(USED, 'x')), [])
    assert.deepEqual(told({ ...AREA, formula: '1' }, before(USED, 'x')), ['code definition.source'])
  })
})

describe('a form', () => {
  const was = { frequency: 'year', reports: 3, used: ['area'] }
  const of = (indicators: string[], frequency = 'year', with_: typeof was | undefined = was) =>
    judgeForm({ indicators, frequency }, known, with_).map(({ path, code }) => `${path} ${code}`)

  test('asks reported indicators, each once', () => {
    assert.deepEqual(of(['area']), [])
    assert.deepEqual(of(['area', 'area', 'rate', 'deeds', 'nope']), [
      'indicators definition.unknown',
      'indicators definition.computed',
      'indicators definition.twice',
    ])
  })

  test('keeps what it was answered: its rhythm, and the indicators that have values', () => {
    assert.deepEqual(of(['nope'], 'month').slice(1), [
      'indicators definition.removed',
      'frequency definition.frequency',
    ])
    assert.deepEqual(of(['area'], 'month', { ...was, reports: 0 }), [])
  })
})
