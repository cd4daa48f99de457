import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueOf, neighbourOf, placeOf } from './steps.ts'

const round = {
  selfDue: '2021-12-06',
  verifyDue: null,
  explainDue: '2021-12-20',
  councilOn: null,
  publishedOn: '2022-01-05',
}

test('the day that is asked for is that of the present step', () => {
  assert.equal(dueOf({ ...round, state: 'self' }), '2021-12-06')
  assert.equal(dueOf({ ...round, state: 'verify' }), null)
  assert.equal(dueOf({ ...round, state: 'published' }), null)
})

test('what is published has no neighbour, and publication is no step of this kind', () => {
  assert.equal(neighbourOf('self', 1), 'verify')
  assert.equal(neighbourOf('self', -1), null)
  assert.equal(neighbourOf('council', 1), null)
  assert.equal(neighbourOf('council', -1), 'explain')
  assert.equal(neighbourOf('published', -1), null)
})

test('a step has been, is, or is to come', () => {
  assert.deepEqual(
    (['self', 'explain', 'council'] as const).map((step) => placeOf(step, 'explain')),
    ['done', 'now', 'later'],
  )
})
