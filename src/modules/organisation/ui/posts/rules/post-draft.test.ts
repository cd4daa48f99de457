import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, emptyPost, isCode, isWhole, postOf } from './post-draft.ts'

const typed = { ...emptyPost('2021-01-01'), title: ' Chủ tịch ', group: 'lãnh đạo' }

test('a post needs a title and a first day; its last day cannot stand before it', () => {
  assert.equal(isWhole(typed), true)
  assert.equal(isWhole({ ...typed, title: ' ' }), false)
  assert.equal(isWhole({ ...typed, from: '' }), false)
  assert.equal(isWhole({ ...typed, to: '2020-12-31' }), false)
})

test('a post without a last day is held until further notice', () => {
  assert.deepEqual(postOf(typed), {
    title: 'Chủ tịch',
    group: 'lãnh đạo',
    isHead: false,
    from: '2021-01-01',
    to: null,
  })
})

test('a post is corrected from what it was', () => {
  const post = {
    id: '4',
    unit: { code: '04198', name: 'Nà Nghịu' },
    title: 'Bí thư',
    group: '',
    isHead: true,
    from: null,
    to: '2021-06-30',
  }
  assert.deepEqual(draftOf(post), { title: 'Bí thư', group: '', isHead: true, from: '', to: '2021-06-30' })
})

test('a staff number has no spaces', () => {
  assert.equal(isCode('CB-01.đ'), true)
  assert.equal(isCode('CB 01'), false)
})
