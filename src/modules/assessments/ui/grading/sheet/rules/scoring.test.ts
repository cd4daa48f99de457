import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SideScores } from '../../../../api/grading-sheet.ts'
import type { GradeRules, Group } from '../../../../rules/grade-rules.ts'
import { askedGroups, changedValues, faultOf, nextPart, pointsAsTyped } from './scoring.ts'

const common: Group = {
  code: 'common',
  name: 'Tiêu chí chung',
  scoring: 'points',
  max: '30',
  criteria: [
    { code: 'ethics', name: 'Đạo đức', max: '20', whom: 'all', onCommitments: false },
    { code: 'study', name: 'Học tập và làm theo', max: '10', whom: 'all', onCommitments: true },
  ],
}
const results: Group = {
  code: 'results',
  name: 'Kết quả nhiệm vụ',
  scoring: 'meanPercent',
  max: '70',
  criteria: [
    { code: 'quantity', name: 'Số lượng', whom: 'all', onCommitments: false },
    { code: 'unit', name: 'Đơn vị phụ trách', whom: 'heads', onCommitments: false },
  ],
}
const rules = { groups: [common, results], levels: [] } as unknown as GradeRules
const side = (...parts: string[]): SideScores =>
  ({ parts: parts.map((part) => ({ part, values: {} })) }) as unknown as SideScores

describe('points as they are typed', () => {
  const values = { ethics: '18,5', study: '9', quantity: '80' }

  test('add up at once, a comma being a decimal point', () => {
    assert.deepEqual(pointsAsTyped(rules, false, '', values), {
      groups: new Map([
        ['common', '27.5'],
        ['results', '56'],
      ]),
      points: '83.5',
    })
  })

  test('wait for what is asked of heads alone', () => {
    assert.equal(pointsAsTyped(rules, true, '', values).points, null)
  })
})

test('what is asked of heads alone is not shown to others', () => {
  const codes = (isHead: boolean) =>
    askedGroups(rules, isHead).flatMap(({ criteria }) => criteria.map(({ code }) => code))
  assert.deepEqual(codes(false), ['ethics', 'study', 'quantity'])
  assert.deepEqual(codes(true), ['ethics', 'study', 'quantity', 'unit'])
})

test('a value over its maximum, or no number, is told where it stands', () => {
  assert.equal(faultOf(common, '20', '20'), null)
  assert.equal(faultOf(common, '20', '20,5'), 'range')
  assert.equal(faultOf(common, '20', 'tốt'), 'number')
  assert.equal(faultOf(results, undefined, '101'), 'range')
  assert.equal(faultOf(common, '20', ''), null)
})

test('an emptied value is taken back, not sent as nothing', () => {
  assert.deepEqual(changedValues({ ethics: ' 18,5 ', study: '' }), { ethics: '18.5' })
})

test('scoring goes on with the first quarter that has no scores', () => {
  const quarters = ['2026Q1', '2026Q2', '2026Q3']
  assert.equal(nextPart(quarters, side('2026Q1')), '2026Q2')
  assert.equal(nextPart(quarters, side(...quarters)), '2026Q3')
  assert.equal(nextPart([], null), '')
})
