import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell, Score } from '../../../api/score-shapes.ts'
import type { Stage } from '../../../schema.ts'
import { draftOf, startOf, weighDraft } from './say.ts'

const score = (stage: Stage, input: object, more: Partial<Score> = {}) =>
  ({ stage, input, reason: '', note: '', source: null, isCut: false, ...more }) as Score
const cellOf = (...scores: Score[]): Cell => {
  const last = scores.findLast(({ stage }) => stage !== 'explained')
  const counted = last ? { stage: last.stage, points: null, max: '2' } : null
  return { criterion: '1', etag: '"1"', scores, counted, evidence: [], lacks: [], may: [] }
}
const criterion = (cell: Cell) => ({ rule: { type: 'ratio' } as const, max: '2', na: 'zero' as const, cell })
const draft = (num: string, more: object = {}) => ({
  input: { num, den: '4' },
  reason: '' as const,
  note: '',
  ...more,
})
const own = score('self', { num: '4', den: '4' })

test('a verified score starts from what the unit claims', () => {
  assert.deepEqual(startOf(cellOf(own), 'verified'), own.input)
  assert.equal(startOf(cellOf(own), 'explained'), undefined)
  assert.deepEqual(draftOf(criterion(cellOf()), 'self').input, { num: '', den: '' })
})

test('less than the claim is a cut and needs its reason', () => {
  const it = criterion(cellOf(own))
  assert.deepEqual(weighDraft(it, 'verified', draft('3')).needs, 'reason')
  assert.equal(weighDraft(it, 'verified', draft('3', { reason: 'miscounted' })).needs, null)
  assert.equal(weighDraft(it, 'verified', draft('4')).needs, null)
  assert.equal(weighDraft(it, 'self', draft('3')).isCut, false)
})

test('a cut that is kept needs no new reason', () => {
  const it = criterion(cellOf(own, score('verified', { num: '3', den: '4' }, { reason: 'miscounted' })))
  assert.equal(weighDraft(it, 're-verified', draft('3')).needs, null)
  assert.equal(weighDraft(it, 're-verified', draft('2')).needs, 'reason')
})

test('a count of the program is changed only with its grounds', () => {
  const source = { type: 'duties', counted: '3', of: '4', asOn: '2021-12-05', refs: [], sha256: '' }
  const it = criterion(cellOf(score('verified', { num: '3', den: '4' }, { source })))
  assert.equal(weighDraft(it, 're-verified', draft('4')).needs, 'note')
  assert.equal(weighDraft(it, 're-verified', draft('4', { note: 'Thiếu 31/UBND' })).needs, null)
})

test('an explanation needs its words, and no score', () => {
  const it = criterion(cellOf(own))
  const blank = { input: { num: '', den: '' }, reason: '' as const, note: ' ' }
  assert.equal(weighDraft(it, 'explained', blank).needs, 'note')
  assert.equal(weighDraft(it, 'explained', { ...blank, note: 'Đã xin lùi hạn' }).needs, null)
  const half = { ...blank, input: { num: '4', den: '' }, note: 'Đã xin lùi hạn' }
  assert.equal(weighDraft(it, 'explained', half).needs, 'input')
  assert.deepEqual(draftOf(it, 'explained').input, {})
})
