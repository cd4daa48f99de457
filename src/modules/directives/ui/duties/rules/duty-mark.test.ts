import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLateNow, markOfDuty } from './duty-mark.ts'

test('what is open and past its day is late', () => {
  assert.deepEqual(markOfDuty({ state: 'open', daysLate: 3 }), { mark: 'late', word: 'late' })
  assert.deepEqual(markOfDuty({ state: 'open', daysLate: 0 }), { mark: 'missing', word: 'open' })
})

test('what was returned says so, for there is a reason to read', () => {
  assert.equal(markOfDuty({ state: 'returned', daysLate: 9 }).word, 'returned')
})

test('what was accepted late is not late now', () => {
  assert.equal(isLateNow({ state: 'accepted', daysLate: 2 }), false)
  assert.equal(isLateNow({ state: 'answered', daysLate: 2 }), true)
})
