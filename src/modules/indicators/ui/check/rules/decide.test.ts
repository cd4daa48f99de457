import assert from 'node:assert/strict'
import { test } from 'node:test'
import { because, giveBack, pass, verdictOf } from './decide.ts'

const NAMES = ['longan', 'mango', 'corn']

test('a report without a returned value may be approved, seen in full or not', () => {
  assert.deepEqual(verdictOf({}, NAMES), {
    passed: 0,
    returned: [],
    unseen: 3,
    unreasoned: [],
    next: 'approve',
  })
  assert.equal(verdictOf(pass({}, 'mango'), NAMES).unseen, 2)
})

test('one returned value keeps the report from being approved, and goes back only with a reason', () => {
  const back = giveBack(pass({}, 'mango'), 'corn')
  assert.deepEqual(verdictOf(back, NAMES).unreasoned, ['corn'])
  assert.equal(verdictOf(back, NAMES).next, null)
  assert.equal(verdictOf(because(back, 'corn', '  '), NAMES).next, null)
  const reasoned = verdictOf(because(back, 'corn', ' Hợp đồng chỉ 17 ha '), NAMES)
  assert.equal(reasoned.next, 'return')
  assert.deepEqual(reasoned.returned, [{ name: 'corn', reason: 'Hợp đồng chỉ 17 ha' }])
})

test('an opinion is taken back by giving it again', () => {
  assert.deepEqual(pass(pass({}, 'mango'), 'mango'), {})
  assert.deepEqual(giveBack(giveBack({}, 'mango'), 'mango'), {})
  assert.deepEqual(giveBack(pass({}, 'mango'), 'mango'), { mango: { kind: 'return', reason: '' } })
})
