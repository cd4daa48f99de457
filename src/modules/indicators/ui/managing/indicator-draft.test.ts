import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { IndicatorAnswer } from '../../api/definitions.ts'
import { draftOf, inputOf, NEW_INDICATOR } from './indicator-draft.ts'

const AREA: IndicatorAnswer = {
  code: 'area',
  name: 'Diện tích',
  nameEn: null,
  unitOfMeasure: 'ha',
  acrossUnits: 'weighted',
  weight: 'people',
  acrossTime: 'last',
  formula: null,
  minimum: '0',
  breakdown: { name: 'crop', items: ['nhãn', 'xoài'] },
  source: null,
  use: { values: 0, from: null, to: null, items: [] },
  forms: [],
  neededBy: [],
}

describe('an indicator that is written', () => {
  test('comes back as it was', () => {
    const { source: _, use: _use, forms: _forms, neededBy: _needed, ...input } = AREA
    assert.deepEqual(inputOf(draftOf(AREA)), input)
  })

  test('of a formula has neither minimum nor breakdown nor weight', () => {
    const input = inputOf({ ...draftOf(AREA), isDerived: true, formula: ' {a} / {b} ' })
    assert.deepEqual(
      [input.formula, input.minimum, input.breakdown, input.weight, input.acrossUnits],
      ['{a} / {b}', null, null, null, 'none'],
    )
  })

  test('reads items line by line, and a decimal comma', () => {
    const input = inputOf({ ...NEW_INDICATOR, dimension: 'sex', items: ' nam \n\nnữ', minimum: '0,5' })
    assert.deepEqual([input.breakdown, input.minimum], [{ name: 'sex', items: ['nam', 'nữ'] }, '0.5'])
    assert.equal(inputOf({ ...NEW_INDICATOR, dimension: 'sex' }).breakdown!.items, null)
  })
})
