import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formulaPieces } from './formula-pieces.ts'

test('codes become places, signs become those of print, orZero is left out', () => {
  assert.deepEqual(formulaPieces('{a} + orZero({b}) - 2 * {a}'), {
    pieces: [0, ' + ', 1, ' − 2 × ', 0],
    codes: ['a', 'b'],
  })
  assert.deepEqual(formulaPieces('round({out} / {area}, 1)'), {
    pieces: ['round(', 0, ' ÷ ', 1, ', 1)'],
    codes: ['out', 'area'],
  })
})
