import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { GradeSubject } from '../../../../api/gradings.ts'
import { asksReason, choose, isOpen, lackOf, proposalsOf, stepFrom } from './drafts.ts'

const subject = (part: Partial<GradeSubject> = {}): GradeSubject => ({
  id: '7',
  code: 'CB01',
  name: 'Lò Thị Hạnh',
  person: '3',
  title: 'Chủ tịch',
  unit: { code: '04198', name: 'Nà Nghịu' },
  group: 'lãnh đạo',
  isHead: true,
  isErased: false,
  points: '84',
  suggested: 'HTTNV',
  self: 'HTXSNV',
  comments: 1,
  proposed: null,
  proposedReason: '',
  decided: null,
  decidedOn: null,
  noticedOn: null,
  warnings: [],
  ...part,
})

describe('a level that is chosen', () => {
  test('waits to be written, and is nothing to write when it is proposed already', () => {
    const drafts = choose({}, subject(), 'HTTNV')
    assert.deepEqual(proposalsOf(drafts), [{ subject: '7', grade: 'HTTNV', exemption: null, reason: '' }])
    assert.deepEqual(choose(drafts, subject({ proposed: 'HTTNV' }), 'HTTNV'), {})
  })

  test('keeps the reason while another level is tried, and drops the exemption', () => {
    const typed = { '7': { grade: 'exempt' as const, reason: 'vượt khó', exemption: 'leave' } }
    assert.deepEqual(choose(typed, subject(), 'HTNV')['7'], {
      grade: 'HTNV',
      reason: 'vượt khó',
      exemption: null,
    })
  })

  test('asks for a reason only where the points come to another level', () => {
    assert.equal(asksReason(subject(), { grade: 'HTXSNV' }), true)
    assert.equal(asksReason(subject(), { grade: 'HTTNV' }), false)
    assert.equal(asksReason(subject({ suggested: null }), { grade: 'HTXSNV' }), false)
  })

  test('is not written without its reason, nor an exemption without its ground', () => {
    const draft = { grade: 'HTXSNV' as const, reason: ' ', exemption: null }
    assert.equal(lackOf(subject(), draft), 'reason')
    assert.equal(lackOf(subject(), { ...draft, reason: 'Đề tài cấp tỉnh' }), null)
    assert.equal(lackOf(subject(), { ...draft, grade: 'exempt' }), 'exemption')
    assert.equal(lackOf(subject(), { ...draft, grade: 'exempt', exemption: 'leave' }), null)
  })
})

test('what was decided is not proposed again', () => {
  assert.equal(isOpen(subject()), true)
  assert.equal(isOpen(subject({ decided: 'HTTNV' })), false)
})

test('steps stop at the ends and begin at the first', () => {
  assert.equal(stepFrom(['1', '2', '3'], '2', 1), '3')
  assert.equal(stepFrom(['1', '2', '3'], '3', 1), '3')
  assert.equal(stepFrom(['1', '2', '3'], null, 1), '1')
  assert.equal(stepFrom([], null, 1), null)
})
