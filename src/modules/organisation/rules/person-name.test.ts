import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskName } from './person-name.ts'

test('a masked name keeps its first letters with their marks, and nothing else', () => {
  assert.equal(maskName('Lò Thị Hạnh'), 'L. T. H.')
  assert.equal(maskName('  Đặng   ánh '), 'Đ. Á.')
  assert.equal(maskName('Ly'), 'L.')
  assert.equal(maskName(''), '')
})
