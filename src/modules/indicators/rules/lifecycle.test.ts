import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeAction, type ReportAction } from './lifecycle.ts'

const ACTIONS: readonly ReportAction[] = ['save', 'submit', 'return', 'approve', 'lock', 'reopen']
const allowed = {
  draft: ['save', 'submit'],
  submitted: ['return', 'approve'],
  returned: ['save'],
  approved: ['save', 'lock'],
  locked: ['reopen'],
} as const

for (const [state, actions] of Object.entries(allowed))
  test(`a report that is ${state} may be: ${actions.join(', ')}; nothing else`, () => {
    const may = ACTIONS.filter(
      (action) => judgeAction(action, state as keyof typeof allowed, 'b', 'a').kind === 'may',
    )
    assert.deepEqual(may, [...actions])
  })

test('before the first save there is only the first save', () =>
  assert.deepEqual(
    ACTIONS.filter((action) => judgeAction(action, null, 'a', null).kind === 'may'),
    ['save'],
  ))

test('whoever submitted does not approve, and may still take it back', () => {
  assert.deepEqual(judgeAction('approve', 'submitted', 'a', 'a'), {
    kind: 'may-not',
    because: 'own-submission',
  })
  assert.deepEqual(judgeAction('approve', 'submitted', 'b', 'a'), { kind: 'may', next: 'approved' })
  assert.deepEqual(judgeAction('return', 'submitted', 'a', 'a'), { kind: 'may', next: 'returned' })
})

test('what an office brought in was submitted by nobody', () =>
  assert.deepEqual(judgeAction('approve', 'submitted', 'a', null), { kind: 'may', next: 'approved' }))
