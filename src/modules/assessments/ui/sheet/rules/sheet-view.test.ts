import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell, Sheet, SheetArea, SheetCriterion } from '../../../api/scoring.ts'
import { byHand, countOf, filtered, nextOpen, stepFrom, withSaved } from './sheet-view.ts'

const criterion = (code: string, cell: Partial<Cell> = {}, rule: SheetCriterion['rule'] = { type: 'met' }) =>
  ({
    code,
    rule,
    cell: {
      criterion: code,
      etag: code,
      scores: [],
      counted: null,
      evidence: [],
      lacks: [],
      may: [],
      ...cell,
    },
  }) as unknown as SheetCriterion
const area = (code: string, ...criteria: SheetCriterion[]) =>
  ({ code, criteria, sums: null }) as unknown as SheetArea
const toScore = { lacks: ['score'], may: ['self'] } as Partial<Cell>
const areas = [
  area('I', criterion('1.1', toScore), criterion('1.2', { lacks: ['evidence'] })),
  area('II', criterion('2.1', toScore), criterion('2.2', { lacks: ['score'] })),
]
const sheet = { areas, adjustment: null, totals: 'old', missing: 'old' } as unknown as Sheet

test('to do is what may be said now, and areas without any are left out', () => {
  assert.deepEqual(
    filtered(areas, 'open').map(({ criteria }) => criteria.map(({ code }) => code)),
    [['1.1'], ['2.1']],
  )
  assert.deepEqual(
    filtered(areas, 'evidence').map(({ code }) => code),
    ['I'],
  )
  assert.equal(countOf(sheet, 'cut'), 0)
})

test('the next to do is looked for once around', () => {
  const all = areas.flatMap(({ criteria }) => criteria)
  assert.equal(nextOpen(all, '1.1'), '2.1')
  assert.equal(nextOpen(all, '2.1'), '1.1')
  assert.equal(nextOpen([criterion('1.1')], '1.1'), undefined)
})

test('a step leads to the neighbour, from outside to the first, and nowhere beyond the ends', () => {
  assert.equal(stepFrom(['a', 'b'], 'a', 1), 'b')
  assert.equal(stepFrom(['a', 'b'], 'b', 1), undefined)
  assert.equal(stepFrom(['a', 'b'], null, -1), 'a')
})

test('a saved cell stands in its area with the new sums, and nowhere else', () => {
  const cell = { ...criterion('1.1').cell, etag: 'new' }
  const saved = { cell, area: { code: 'I', sums: 'new' }, totals: 'new', missing: 'new' }
  const now = withSaved(sheet, saved as never)
  assert.equal(now.areas[0]?.criteria[0]?.cell.etag, 'new')
  assert.equal(now.areas[1], sheet.areas[1])
  assert.deepEqual([now.totals, now.missing, now.areas[0]?.sums], ['new', 'new', 'new'])
})

test('surveys are not counted among what people score', () => {
  const survey = criterion('1.3', {}, { type: 'survey', scale: '5', minSample: '30' })
  const done = criterion('1.1', { counted: { stage: 'self', points: '1', max: '1' } })
  assert.deepEqual(byHand({ criteria: [done, survey, criterion('1.2')] }), { said: 1, of: 2 })
})
