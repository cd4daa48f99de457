import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findable, gradeOf, readQuery } from './match.ts'

const grade = (query: string, text: string, code = 'x') => gradeOf(findable(text, code), readQuery(query)!)

test('tone marks, case and spaces do not matter', () => {
  assert.equal(grade('song ma', 'Sông Mã'), 1)
  assert.equal(grade('DUA', 'Dứa'), 1)
  assert.equal(grade('dua mon', 'Đứa  Mòn'), 1)
})

test('the code comes first, then the whole, the first word, the beginning, a row of words, words, a part', () => {
  const grades = [
    grade('04198', 'Xã Nà Nghịu', '04198'),
    grade('sông mã', 'Sông Mã'),
    grade('chieng', 'Chiềng Khoong'),
    grade('nha', 'Nhãn'),
    grade('dua', 'Diện tích dứa'),
    grade('dua tich', 'Diện tích dứa'),
    grade('hoong', 'Chiềng Khoong'),
    grade('041', 'Xã Nà Nghịu', '04198'),
  ]
  assert.deepEqual(grades, [...grades].sort())
  assert.equal(new Set(grades).size, 7)
})

test('who writes the marks sees first what is written so', () => {
  assert.equal(grade('dứa', 'Dứa'), 1)
  assert.equal(grade('dứa', 'Dưa'), 1.5)
})

test('a short query is not looked for in the middle of words, and nothing finds nothing', () => {
  assert.equal(grade('oo', 'Chiềng Khoong'), null)
  assert.equal(grade('mường', 'Chiềng Khoong'), null)
  assert.equal(readQuery(' - '), null)
})
