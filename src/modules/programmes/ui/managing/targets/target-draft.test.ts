import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CascadeRow } from '../../../api/targets.ts'
import { type Answer, changesOf, judgeDraft, scaleToFit } from './target-draft.ts'

const row = (code: string, value: string | null, previousActual: string | null = null): CascadeRow => ({
  unit: { id: code, code, name: code, kind: 'xã' },
  value,
  kind: value === null ? null : 'cumulative',
  revisions: value === null ? 0 : 1,
  previousTarget: null,
  previousActual,
  hasParts: false,
  maySet: true,
})
const answer: Answer = {
  whole: row('W', '100'),
  parts: [row('A', '30', '10'), row('B', '30', '30'), row('C', null)],
  indicator: { additive: true },
}
const ASKED = { indicator: 'i', period: '2021' }
const typed = (texts: Record<string, string>) => new Map(Object.entries(texts))
const scaled = (scale: Parameters<typeof scaleToFit>[3], texts = {}, places = 0) => {
  const given = scaleToFit(answer, typed(texts), 'vi', scale, places)
  return given && [...given]
}

describe('a cascade that is written', () => {
  test('shows the remainder of what is typed over what is in force', () => {
    assert.equal(judgeDraft(answer, typed({}), 'vi').remainder, '40')
    assert.equal(judgeDraft(answer, typed({ C: '40,5' }), 'vi').remainder, '-0.5')
    assert.equal(judgeDraft(answer, typed({ C: 'bốn mươi' }), 'vi').remainder, '40')
  })

  test('sends only what is another number, with the value that was seen', () => {
    const { targets, revises, faults } = changesOf(
      answer,
      typed({ A: '30,0', B: '', C: '1.000' }),
      'vi',
      ASKED,
    )
    assert.deepEqual(
      targets.map(({ unit, value, was }) => [unit, value, was]),
      [
        ['B', null, '30'],
        ['C', '1000', null],
      ],
    )
    assert.deepEqual([revises, faults], [1, 0])
    assert.equal(changesOf(answer, typed({ A: 'x' }), 'vi', ASKED).faults, 1)
  })
})

describe('a whole that is given out', () => {
  test('as the parts stand, leaving out who has none', () =>
    assert.deepEqual(scaled('parts'), [
      ['A', '50'],
      ['B', '50'],
    ]))
  test('as they did before', () =>
    assert.deepEqual(scaled('previous'), [
      ['A', '25'],
      ['B', '75'],
    ]))
  test('evenly, with what rounding leaves given on', () =>
    assert.deepEqual(scaled('even'), [
      ['A', '34'],
      ['B', '33'],
      ['C', '33'],
    ]))
  test('only the rest, to those that have none', () => {
    assert.deepEqual(scaled('rest'), [['C', '40']])
    assert.equal(scaled('rest', { A: '90' }), null)
    assert.equal(scaled('even', { W: '' }), null)
  })
})
