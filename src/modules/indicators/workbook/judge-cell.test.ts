import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { judgeChange, judgeQuality, judgeValue } from './judge-cell.ts'
import type { FileCell } from './read-cell.ts'

const cell = (value: FileCell['value']): FileCell => ({ value, format: '', isFormula: false, isError: false })
const head = (minimum: string | null) => ({ key: 'a', label: 'A', unitOfMeasure: 'ha', minimum })

describe('a cell that comes back', () => {
  for (const [base, file, now, verdict] of [
    ['5', '5', '5', 'unchanged'],
    ['5', '6', '5', 'changed'],
    ['', '6', '', 'changed'],
    ['5', '', '5', 'changed'],
    // Somebody else changed it, and this file did not touch it
    ['5', '5', '7', 'unchanged'],
    // Both mean the same by now: the same file twice
    ['5', '6', '6', 'unchanged'],
    ['5', '6', '7', 'conflict'],
    ['5', '', '7', 'conflict'],
    ['', '6', '7', 'conflict'],
  ] as const)
    test(`given out as “${base}”, filled with “${file}”, while the report holds “${now}”: ${verdict}`, () =>
      assert.equal(judgeChange(base, file, now), verdict))

  test('changes nothing when it comes a second time', () => {
    const value = fc.constantFrom('', '1', '2', '3')
    fc.assert(
      fc.property(value, value, value, (base, file, now) => {
        const after = judgeChange(base, file, now) === 'changed' ? file : now
        if (judgeChange(base, file, now) !== 'conflict')
          assert.equal(judgeChange(base, file, after), 'unchanged')
      }),
    )
  })

  test('is held to the least that its indicator takes', () => {
    assert.deepEqual(judgeValue(cell('0,5'), head('0')), { value: '0.5' })
    assert.deepEqual(judgeValue(cell(0), head('0')), { value: '0' })
    assert.deepEqual(judgeValue(cell(-1), head(null)), { value: '-1' })
    assert.deepEqual(judgeValue(cell(-1), head('0')), {
      code: 'values.minimum',
      details: { value: '-1', minimum: '0' },
    })
    assert.deepEqual(judgeValue(cell(null), head('0')), { value: '' })
  })

  test('says how sure a report is in either language', () => {
    for (const word of ['Sơ bộ', 'sơ bộ ', 'Preliminary', 'preliminary'])
      assert.deepEqual(judgeQuality(cell(word), 'official'), { value: 'preliminary' })
    assert.deepEqual(judgeQuality(cell(null), 'official'), { value: 'official' })
    assert.deepEqual(judgeQuality(cell('chắc'), 'official'), {
      code: 'workbook.quality',
      details: { value: 'chắc' },
    })
  })
})
