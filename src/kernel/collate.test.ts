import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareNames } from './collate.ts'

test('letters stand in their Vietnamese places, tone marks after letters, digits by their value', () => {
  const sorted = ['an', 'ăn', 'ân', 'ba', 'da', 'đa', 'en', 'ên', 'on', 'ôn', 'ơn', 'un', 'ưn', 'y']
  assert.deepEqual([...sorted].reverse().sort(compareNames), sorted)
  const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'mai']
  assert.deepEqual([...tones].reverse().sort(compareNames), tones)
  assert.deepEqual(['Đứa Mòn', 'Dồm Cang', 'Chiềng Khương', 'Yên Hưng', 'Bó Sinh'].sort(compareNames), [
    'Bó Sinh',
    'Chiềng Khương',
    'Dồm Cang',
    'Đứa Mòn',
    'Yên Hưng',
  ])
  assert.deepEqual(['Bản 10', 'Bản 2'].sort(compareNames), ['Bản 2', 'Bản 10'])
})
