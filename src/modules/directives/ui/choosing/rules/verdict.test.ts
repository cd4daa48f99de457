import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decisionOf, isDecided, LEFT } from './verdict.ts'

const proposals = ['1', '2', '3'].map((id) => ({ id, revision: 4 }))

test('a decision names what is chosen and rejected, and leaves the rest open', () => {
  const decision = decisionOf(
    proposals,
    new Map([
      ['1', { ...LEFT, kind: 'chosen' as const, slug: ' housing ' }],
      ['3', { ...LEFT, kind: 'rejected' as const, reason: 'Chưa có vốn' }],
    ]),
  )
  assert.deepEqual(decision, {
    chosen: [{ proposal: '1', revision: 4, slug: 'housing' }],
    rejected: [{ proposal: '3', reason: 'Chưa có vốn' }],
  })
  assert.equal(isDecided(decision), true)
})

test('nothing is decided without a verdict, nor rejected without a reason', () => {
  assert.equal(isDecided(decisionOf(proposals, new Map())), false)
  const silent = new Map([['2', { ...LEFT, kind: 'rejected' as const, reason: ' ' }]])
  assert.equal(isDecided(decisionOf(proposals, silent)), false)
})
