import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { RecheckResult } from '../schema.ts'
import { type FindingFacts, judgeFinding, keepsOpen, mayGetDuty } from './finding.ts'

const TODAY = '2022-06-15'
type Duty = NonNullable<FindingFacts['duty']>
const duty = (change: Partial<Duty> = {}): Duty => ({
  state: 'open',
  dueOn: '2022-06-10',
  doneOn: null,
  madeAt: '2022-05-02T03:00:00.000Z',
  ...change,
})
const after = (result: RecheckResult) => ({ result, at: '2022-06-12T03:00:00.000Z' })

const CASES: [string, FindingFacts['duty'], FindingFacts['lastRecheck'], string, boolean, number][] = [
  ['nobody was asked', null, null, 'noted', false, 0],
  ['asked, before the day', duty({ dueOn: '2022-06-20' }), null, 'assigned', false, 0],
  ['asked, on the very day', duty({ dueOn: TODAY }), null, 'assigned', false, 0],
  ['asked, five days over', duty(), null, 'assigned', true, 5],
  ['asked without a day', duty({ dueOn: null }), null, 'assigned', false, 0],
  ['an answer that waits is still late', duty({ state: 'answered' }), null, 'answered', true, 5],
  ['an answer that was returned', duty({ state: 'returned' }), null, 'assigned', true, 5],
  ['accepted in time', duty({ state: 'accepted', doneOn: '2022-06-09' }), null, 'done', false, 0],
  ['accepted, but it was late', duty({ state: 'accepted', doneOn: '2022-06-13' }), null, 'done', false, 3],
  ['no longer asked', duty({ state: 'withdrawn' }), null, 'noted', false, 0],
  ['looked at while the duty runs', duty(), after('not-fixed'), 'assigned', true, 5],
  [
    'accepted, and still there',
    duty({ state: 'accepted', doneOn: '2022-06-09' }),
    after('partly'),
    'persists',
    false,
    0,
  ],
  ['mended, whatever the duty says', duty(), after('fixed'), 'fixed', false, 0],
  ['let go', null, after('dropped'), 'dropped', false, 0],
  ['looked at without a duty', null, after('not-fixed'), 'noted', false, 0],
]

describe('a finding', () => {
  for (const [name, itsDuty, lastRecheck, state, isOverdue, daysLate] of CASES)
    test(name, () => {
      assert.deepEqual(judgeFinding({ duty: itsDuty, lastRecheck }, TODAY), { state, isOverdue, daysLate })
    })

  test('a second duty counts from its own beginning: the old re-check is not of it', () => {
    const second = duty({
      state: 'accepted',
      doneOn: '2022-06-14',
      dueOn: null,
      madeAt: '2022-06-13T00:00:00.000Z',
    })
    assert.equal(judgeFinding({ duty: second, lastRecheck: after('not-fixed') }, TODAY).state, 'done')
  })
})

test('a duty is made of what nobody is mending', () => {
  const states = ['noted', 'assigned', 'answered', 'done', 'persists', 'fixed', 'dropped'] as const
  assert.deepEqual(states.filter(mayGetDuty), ['noted', 'persists'])
})

test('only a remark may be left; with a duty it may not either', () => {
  assert.equal(keepsOpen({ state: 'noted', severity: 'remark' }), false)
  assert.equal(keepsOpen({ state: 'assigned', severity: 'remark' }), true)
  assert.equal(keepsOpen({ state: 'noted', severity: 'fault' }), true)
  assert.equal(keepsOpen({ state: 'done', severity: 'fault' }), true)
  assert.equal(keepsOpen({ state: 'fixed', severity: 'serious' }), false)
})
