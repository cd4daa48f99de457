import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ballotFault, ballotOf, countedVotes, emptyBallot, isBlank } from './ballot-draft.ts'

const typed = { ...emptyBallot, invited: 12, present: 11, HTXSNV: 4, HTTNV: 6 }

test('papers must be as many as people were present, and these no more than were asked', () => {
  assert.equal(ballotFault(typed), 'sum')
  assert.equal(ballotFault({ ...typed, invalid: 1 }), null)
  assert.equal(ballotFault({ ...typed, invalid: 1, invited: 10 }), 'present')
  assert.equal(countedVotes(typed), 10)
})

test('an empty field is no vote, and all empty is no ballot', () => {
  assert.equal(ballotOf(typed).votes.KHTNV, 0)
  assert.equal(isBlank(emptyBallot), true)
  assert.equal(isBlank(typed), false)
})
