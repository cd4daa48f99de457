import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { REPORT_ACTIONS } from '../schema.ts'
import { judgeAction, listActions } from './lifecycle.ts'

const allowed = {
  draft: ['save', 'submit'],
  submitted: ['return', 'approve'],
  returned: ['save'],
  approved: ['save', 'lock'],
  locked: ['reopen'],
} as const

for (const [state, actions] of Object.entries(allowed))
  test(`a report that is ${state} may be: ${actions.join(', ')}; nothing else`, () => {
    const may = REPORT_ACTIONS.filter(
      (action) => judgeAction(action, state as keyof typeof allowed, ['b'], ['a']).kind === 'may',
    )
    assert.deepEqual(may, [...actions])
  })

test('before the first save there is only the first save', () =>
  assert.deepEqual(listActions(null, ['a'], [], true), ['save']))

describe('whoever submitted does not approve', () => {
  const refused = { kind: 'may-not', because: 'own-submission' }
  const approve = (actors: string[], submitters: string[]) =>
    judgeAction('approve', 'submitted', actors, submitters)

  test('and may still take it back', () => {
    assert.deepEqual(approve(['a'], ['a']), refused)
    assert.deepEqual(approve(['b'], ['a']), { kind: 'may', next: 'approved' })
    assert.deepEqual(judgeAction('return', 'submitted', ['a'], ['a']), { kind: 'may', next: 'returned' })
  })
  test('nor the person it was submitted for', () =>
    assert.deepEqual(approve(['chief'], ['a', 'chief']), refused))
  test('nor whoever acts for the submitter', () => assert.deepEqual(approve(['b', 'a'], ['a']), refused))
  test('nor whoever acts for the person it was submitted for', () =>
    assert.deepEqual(approve(['b', 'chief'], ['a', 'chief']), refused))
})

test('what an office brought in was submitted by nobody', () =>
  assert.deepEqual(judgeAction('approve', 'submitted', ['a'], []), { kind: 'may', next: 'approved' }))

test('after the close nothing is saved or submitted, and what was submitted is still decided', () => {
  assert.deepEqual(listActions('draft', ['a'], [], false), [])
  assert.deepEqual(listActions('approved', ['a'], [], false), ['lock'])
  assert.deepEqual(listActions('submitted', ['b'], ['a'], false), ['return', 'approve'])
})
