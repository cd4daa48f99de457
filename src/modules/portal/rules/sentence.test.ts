import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeSentence } from './sentence.ts'

const told = (lang: 'vi' | 'en', phrases: string[]) =>
  composeSentence(lang, phrases)
    .map((piece) => ('text' in piece ? piece.text : `[${piece.figure}]`))
    .join('')

test('phrases are joined with commas and a last "và"', () => {
  const phrases = ['trồng {value} dứa', 'chăm sóc {value} nhãn', 'bán {value}']
  assert.equal(told('vi', phrases), 'trồng [0] dứa, chăm sóc [1] nhãn và bán [2]')
  assert.equal(told('en', ['a {value}', 'b {value}']), 'a [0] and b [1]')
  assert.equal(told('vi', ['chăm sóc {value} nhãn']), 'chăm sóc [0] nhãn')
})

test('a phrase without a place for its value stays words', () => {
  assert.equal(told('vi', ['giữ rừng']), 'giữ rừng')
  assert.equal(told('vi', []), '')
})
