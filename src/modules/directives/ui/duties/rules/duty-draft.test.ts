import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutyOf, emptyIssue, unitsOf } from './duty-draft.ts'

const UNITS = [
  { id: 1, code: '14', kind: 'tỉnh', level: 1, parentId: null },
  { id: 2, code: '126', kind: 'huyện', level: 2, parentId: 1 },
  { id: 3, code: '04198', kind: 'xã', level: 3, parentId: 2 },
  { id: 4, code: '04168', kind: 'thị trấn', level: 3, parentId: 2 },
]
const codes = (draft: ReturnType<typeof emptyIssue>) => unitsOf(UNITS, draft).units.map(({ code }) => code)

test('below a unit, of a level, of a kind, or by list: the units are counted as they will be asked', () => {
  assert.deepEqual(codes(emptyIssue('126')), ['04198', '04168'])
  assert.deepEqual(codes({ ...emptyIssue('14'), level: 2 }), ['126'])
  assert.deepEqual(codes({ ...emptyIssue('14'), kind: 'xã' }), ['04198'])
  assert.deepEqual(codes({ ...emptyIssue('14'), by: 'list', units: ['04168'] }), ['04168'])
  assert.deepEqual(codes({ ...emptyIssue('14'), by: 'list' }), [])
})

test('nothing is given without words or without units', () => {
  const draft = { ...emptyIssue('126'), task: 'Gửi kế hoạch' }
  assert.ok(dutyOf(draft, 2))
  assert.equal(dutyOf(draft, 0), null)
  assert.equal(dutyOf({ ...draft, task: ' ' }, 2), null)
})

test('a duty that repeats needs its first and last day in order; one that does not has no last day', () => {
  const draft = { ...emptyIssue('126'), task: 'Báo cáo', dueOn: '2021-03-15', lastDueOn: '2021-12-15' }
  assert.equal(dutyOf(draft, 2)?.lastDueOn, null)
  assert.equal(dutyOf({ ...draft, repeats: 'quarter' }, 2)?.lastDueOn, '2021-12-15')
  assert.equal(dutyOf({ ...draft, repeats: 'quarter', lastDueOn: '2021-01-01' }, 2), null)
  assert.equal(dutyOf({ ...draft, repeats: 'quarter', dueOn: '' }, 2), null)
})
