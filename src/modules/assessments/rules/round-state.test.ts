import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ROUND_STATES, STAGES } from '../schema.ts'
import { isSayable, stepOf } from './round-state.ts'
import { type Can, refusalOf, sayableStages } from './sayable.ts'
import { standsApart } from './separation.ts'

const OPEN = { isSent: false, isExplained: false }
const ALL: Can = { say: true, verify: true, decide: true, isApart: true }
const EMPTY = { isSurvey: false, isFed: false, stages: new Set<never>() }

describe('a round', () => {
  test('goes one step on or back, and never from what is published', () => {
    const steps = ROUND_STATES.flatMap((from) =>
      ROUND_STATES.flatMap((to) => (stepOf(from, to) ? [`${from} ${to} ${stepOf(from, to)}`] : [])),
    )
    assert.deepEqual(steps, [
      'self verify forward',
      'verify self back',
      'verify explain forward',
      'explain verify back',
      'explain council forward',
      'council explain back',
      'council published forward',
    ])
  })

  test('lets each stage be said in its state alone', () => {
    const said = ROUND_STATES.map((state) => STAGES.filter((stage) => isSayable(stage, { state, ...OPEN })))
    assert.deepEqual(said, [['self'], ['verified'], ['explained', 're-verified'], ['final'], []])
  })

  test('closes a unit’s own scores when they are sent, and its explanations when they are ended', () => {
    assert.equal(isSayable('self', { state: 'self', isSent: true, isExplained: false }), false)
    assert.equal(isSayable('explained', { state: 'explain', isSent: true, isExplained: true }), false)
    assert.equal(isSayable('re-verified', { state: 'explain', isSent: true, isExplained: true }), true)
  })
})

describe('a score', () => {
  const explaining = { state: 'explain', isSent: true, isExplained: false } as const
  const verifying = { state: 'verify', isSent: true, isExplained: false } as const

  test('is refused first for want of the right, so that nothing else is told', () => {
    const nobody = { say: false, verify: false, decide: false, isApart: false }
    for (const stage of STAGES) assert.equal(refusalOf(stage, nobody, explaining, EMPTY), 'forbidden')
  })

  test('of others is not said by whoever answers for the unit', () => {
    const insider = { ...ALL, isApart: false }
    assert.equal(refusalOf('verified', insider, verifying, EMPTY), 'notApart')
    assert.equal(
      refusalOf('explained', insider, explaining, { ...EMPTY, stages: new Set(['verified']) }),
      null,
    )
  })

  test('that the system counted is changed by a look again only', () => {
    const fed = { ...EMPTY, isFed: true, stages: new Set(['verified'] as const) }
    assert.equal(refusalOf('verified', ALL, verifying, fed), 'fed')
    assert.deepEqual(sayableStages(ALL, explaining, fed), ['explained', 're-verified'])
  })

  test('is explained once it is verified, and until it is looked at again', () => {
    assert.equal(refusalOf('explained', ALL, explaining, EMPTY), 'notVerified')
    const again = { ...EMPTY, stages: new Set(['verified', 're-verified'] as const) }
    assert.equal(refusalOf('explained', ALL, explaining, again), 'reviewed')
  })
})

describe('who stands apart', () => {
  const ties = (attached: number[], claimed: number[]) => ({
    attached: new Set(attached),
    claimed: new Set(claimed),
  })
  test('holds no role at the unit and claimed nothing for it', () => {
    assert.equal(standsApart(1, ties([], [])), true)
    assert.equal(standsApart(1, ties([1], [])), false)
    assert.equal(standsApart(1, ties([], [1])), false)
    assert.equal(standsApart(1, ties([2], [3])), true)
  })
})
