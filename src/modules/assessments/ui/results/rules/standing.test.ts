import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Why, WhyCriterion } from '../../../api/results.ts'
import {
  codeBefore,
  dearest,
  difference,
  isOpen,
  isOut,
  knownMax,
  percentOf,
  placesGained,
} from './standing.ts'

const before = (rank: number | null) => ({ points: '60', indexPercent: '60', rank })

test('a smaller rank is places gained, and nothing is said where one of the two has none', () => {
  assert.equal(placesGained({ rank: 3, before: before(10) }), 7)
  assert.equal(placesGained({ rank: 10, before: before(3) }), -7)
  assert.equal(placesGained({ rank: null, before: before(3) }), null)
  assert.equal(placesGained({ rank: 3, before: before(null) }), null)
  assert.equal(placesGained({ rank: 3, before: null }), null)
})

test('differences are exact, and missing is not zero', () => {
  assert.equal(difference('67.62', '89.57'), '21.95')
  assert.equal(difference('89.57', '67.62'), '-21.95')
  assert.equal(difference('0.1', '0.3'), '0.20')
  assert.equal(difference(null, '1'), null)
  assert.equal(difference('1', null), null)
})

test('what is not assessed, and what is out of the maximum, has no percent', () => {
  assert.equal(percentOf({ points: '10.7231424912', max: '12' }), '89.36')
  assert.equal(percentOf({ points: '0', max: '12' }), '0.00')
  assert.equal(percentOf({ points: null, max: '12' }), null)
  assert.equal(percentOf({ points: null, max: '0' }), null)
})

const criterion = (
  code: string,
  lost: string | null,
  points: string | null = '1',
  max = '2',
): WhyCriterion => ({
  code,
  name: code,
  points,
  max,
  schemeMax: '2',
  lost,
  stage: null,
  why: '',
  before: null,
})

test('the dearest criteria come first by the exact loss, and those without one are left out', () => {
  const area = (criteria: WhyCriterion[]) => ({ criteria }) as Why['areas'][number]
  const areas = [
    area([criterion('1.1', '0.9'), criterion('1.2', '0'), criterion('1.3', null, null)]),
    area([criterion('2.1', '0.9000000001'), criterion('2.2', '0.9'), criterion('2.3', '10')]),
  ]
  assert.deepEqual(
    dearest(areas, 3).map(({ code }) => code),
    ['2.3', '2.1', '1.1'],
  )
})

test('open and out are told apart by the maximum', () => {
  assert.equal(isOpen(criterion('1', null, null, '2')), true)
  assert.equal(isOut(criterion('1', null, null, '2')), false)
  assert.equal(isOut(criterion('1', null, null, '0')), true)
  assert.equal(isOpen(criterion('1', '2', '0', '2')), false)
})

test('points of a unit that is not whole stand against what was assessed', () => {
  const area = (criteria: WhyCriterion[]) => ({ criteria }) as Why['areas'][number]
  const known = [criterion('1.1', '0.25', '1', '9.5'), criterion('1.2', null, null, '10')]
  assert.equal(knownMax([area(known), area([criterion('2.1', '0', '3', '13')])]), '22.5')
  assert.equal(knownMax([]), '0')
})

test('the period before is of the same kind', () => {
  assert.equal(codeBefore('2021'), '2020')
  assert.equal(codeBefore('2021Q1'), '2020Q4')
  assert.equal(codeBefore('spring'), 'spring')
})
