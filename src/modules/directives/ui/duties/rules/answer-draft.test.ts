import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnswerDraft, isWhole, refOf } from './answer-draft.ts'

const draft = (part: Partial<AnswerDraft>): AnswerDraft => ({
  kind: 'plan',
  ref: {},
  files: [],
  note: '',
  ...part,
})

test('what was chosen for another kind is not sent', () => {
  assert.deepEqual(refOf({ kind: 'plan', ref: { directive: '7', session: '3' } }), { directive: '7' })
  assert.deepEqual(refOf({ kind: 'session', ref: { directive: '7', session: '3' } }), { session: '3' })
})

test('a plan needs its directive, a document may be a file', () => {
  assert.equal(isWhole(draft({ files: ['f'] })), false)
  assert.equal(isWhole(draft({ ref: { directive: '7' } })), true)
  assert.equal(isWhole(draft({ kind: 'document', files: ['f'] })), true)
  assert.equal(isWhole(draft({ kind: 'document', note: 'đã làm' })), false)
})

test('a report needs its form and its period, and spaces are nothing', () => {
  assert.equal(isWhole(draft({ kind: 'report', ref: { form: 'f', period: ' ' } })), false)
  assert.equal(isWhole(draft({ kind: 'report', ref: { form: 'f', period: '2021' } })), true)
})
