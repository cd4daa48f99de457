import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { classOf, countByClass, deviationLimits, roundLimits } from './classes.ts'

const communes = '55,66,28,124,148,402,236,96,468,525,842,71,985,870,268,312,143,731,1060'.split(',')

describe('round limits', () => {
  test('part the communes into about equal classes at round numbers', () => {
    assert.deepEqual(roundLimits(communes), [80, 200, 400, 800])
    assert.deepEqual(countByClass(communes, roundLimits(communes)), [4, 4, 3, 4, 4])
  })
  test('may lie a little off to be round when there are very many values', () => {
    const many = Array.from({ length: 3_321 }, (_, i) => String(i * 61.37))
    assert.deepEqual(roundLimits(many), [40000, 80000, 120000, 160000])
  })
  test('are fewer when values lie together, and none for one value or nothing', () => {
    assert.deepEqual(roundLimits(['0', '0', '0', '12.5']), [6])
    assert.deepEqual(roundLimits(['5', '5']), [])
    assert.deepEqual(roundLimits([]), [])
  })
  test('ascend, and leave no value out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5_000, max: 90_000 }), { maxLength: 200 }), (numbers) => {
        const values = numbers.map(String)
        const limits = roundLimits(values)
        assert.deepEqual(
          limits,
          [...new Set(limits)].sort((a, b) => a - b),
        )
        assert.equal(
          countByClass(values, limits).reduce((a, b) => a + b, 0),
          values.length,
        )
      }),
    )
  })
})

test('a value on a limit belongs to the class above it', () => {
  assert.equal(classOf('79.9', [80, 200]), 0)
  assert.equal(classOf('80', [80, 200]), 1)
  assert.equal(classOf('200', [80, 200]), 2)
})

test('deviations are parted at zero and at the round number nearest to the middle one', () => {
  assert.deepEqual(deviationLimits(['10', '-6.7', '2.6', '0.5', '-2.4']), [-3, 0, 3])
  assert.deepEqual(deviationLimits(['45', '-60', '38']), [-50, 0, 50])
  assert.deepEqual(deviationLimits([]), [-1, 0, 1])
})
