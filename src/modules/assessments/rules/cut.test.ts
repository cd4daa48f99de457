import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readExact } from '#kernel/exact.ts'
import { isCut, weigh } from './cut.ts'
import type { Scored } from './scored.ts'

const MAX = readExact('2')!
const OUT: Scored = { kind: 'left-out', why: '' }
const UNKNOWN: Scored = { kind: 'not-assessed', why: '' }
const points = (text: string): Scored => ({ kind: 'scored', points: readExact(text)!, max: MAX, why: '' })

describe('a cut', () => {
  const CASES: [what: string, own: Scored | null, next: Scored, is: boolean][] = [
    ['fewer points than claimed', points('2'), points('1.99'), true],
    ['as many', points('1.5'), points('1.5'), false],
    ['more', points('1'), points('2'), false],
    ['against nothing claimed', null, points('0'), false],
    ['against a claim that could not be scored', UNKNOWN, points('0'), false],
    ['not assessed', points('2'), UNKNOWN, false],
    ['points lost where the unit ruled it out', OUT, points('1'), true],
    ['all points where the unit ruled it out', OUT, points('2'), false],
    ['ruled out where the unit claimed points', points('1'), OUT, false],
  ]
  for (const [what, own, next, is] of CASES)
    test(`${is ? 'is' : 'is not'}: ${what}`, () => assert.equal(isCut(own, next, MAX), is))
})

describe('a reason', () => {
  const said = {
    max: MAX,
    own: points('2'),
    before: null,
    fed: null,
    next: points('1'),
    reason: '',
    note: '',
  }

  test('is needed for a cut, whatever the note says', () => {
    assert.equal(weigh({ ...said, note: 'thiếu' }).missing, 'reason')
    assert.deepEqual(weigh({ ...said, reason: 'missing' }), { isCut: true, reason: 'missing', missing: null })
  })

  test('is kept with the points that it was given for, and only with these', () => {
    const before = { scored: points('1'), reason: 'untimely' }
    assert.deepEqual(weigh({ ...said, before }), { isCut: true, reason: 'untimely', missing: null })
    assert.equal(weigh({ ...said, before, next: points('0.5') }).missing, 'reason')
    assert.equal(weigh({ ...said, before: { ...before, scored: points('2') } }).missing, 'reason')
  })

  test('is not kept where nothing is cut any more', () => {
    const before = { scored: points('2'), reason: 'untimely' }
    assert.equal(weigh({ ...said, before, next: points('2') }).reason, '')
  })

  test('or a note is needed to change what the system counted, upwards as well', () => {
    const fed = points('1')
    assert.equal(weigh({ ...said, own: null, fed, next: points('2') }).missing, 'note')
    assert.equal(weigh({ ...said, own: null, fed, next: points('2'), note: 'CV 31' }).missing, null)
    assert.equal(weigh({ ...said, own: null, fed, next: points('1') }).missing, null)
  })

  test('for such a change is not asked twice', () => {
    const before = { scored: points('2'), reason: '' }
    assert.equal(weigh({ ...said, own: null, fed: points('1'), before, next: points('2') }).missing, null)
  })
})
