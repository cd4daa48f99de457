import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exactText } from '#kernel/exact.ts'
import type { Rule } from '../../../schema.ts'
import { blankInput, judgeAdjustment, judgeInput, openInput } from './draft-input.ts'

const ratio: Rule = { type: 'ratio' }
const both: Rule = {
  type: 'composite',
  op: 'sum',
  of: [
    { max: '1', rule: { type: 'met' } },
    { max: '1', rule: ratio },
  ],
}
const criterion = (rule: Rule, na: 'zero' | 'full' | 'exclude' = 'zero') => ({ rule, max: '2', na })
const pointsOf = (rule: Rule, input: object) => {
  const scored = judgeInput(criterion(rule), input as never)
  return scored?.kind === 'scored' ? exactText(scored.points) : null
}

test('nothing is scored before every member is filled', () => {
  assert.equal(pointsOf(ratio, blankInput(ratio)), null)
  assert.equal(pointsOf(ratio, { num: '1', den: '' }), null)
  assert.equal(pointsOf(ratio, { num: '1', den: '4' }), '0.5')
  assert.equal(pointsOf({ type: 'met' }, blankInput({ type: 'met' })), null)
  const deduct: Rule = { type: 'deduct', per: [{ code: 'late', points: '0.5' }] }
  assert.equal(pointsOf(deduct, blankInput(deduct)), null)
  assert.equal(pointsOf(deduct, { late: '1' }), '1.5')
})

test('a part that is blank leaves the whole without points', () => {
  assert.equal(pointsOf(both, { parts: [{ met: true }, { num: '', den: '' }] }), null)
  assert.equal(pointsOf(both, { parts: [{ met: true }, { num: '1', den: '2' }] }), '1.5')
})

test('an empty list of items is an answer: none of them is met', () => {
  const list: Rule = { type: 'checklist', items: [{ code: 'a', points: '2' }] }
  assert.equal(pointsOf(list, blankInput(list)), '0')
})

test('what was said is laid out again, with what it lacks blank', () => {
  assert.deepEqual(openInput(ratio, undefined), { num: '', den: '' })
  assert.deepEqual(openInput(ratio, {}), { num: '', den: '' })
  assert.deepEqual(openInput(ratio, { num: '3', den: '4' }), { num: '3', den: '4' })
  assert.deepEqual(openInput(ratio, { na: true }), { na: true })
})

test('not applicable follows the policy of the criterion', () => {
  assert.equal(judgeInput(criterion(ratio, 'exclude'), { na: true })?.kind, 'left-out')
  const full = judgeInput(criterion(ratio, 'full'), { na: true })
  assert.equal(full?.kind === 'scored' && exactText(full.points), '2')
})

test('a bonus beyond the bounds is none', () => {
  const bounds = { min: '-2', max: '2' }
  assert.equal(judgeAdjustment(bounds, { adjust: '-2' })?.kind, 'scored')
  assert.equal(judgeAdjustment(bounds, { adjust: '2.5' }), null)
  assert.equal(judgeAdjustment(bounds, { adjust: '' }), null)
})
