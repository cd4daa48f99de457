import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareNames } from '#kernel/collate.ts'
import type { AttainmentRow } from '../../api/attainment.ts'
import { countBehind, sortRows } from './sort-rows.ts'

const row = (
  name: string,
  value: string | null,
  target: string | null,
  percent: string | null,
): AttainmentRow => ({
  unit: { id: name, code: name, name, shortName: name, shortCode: '', kind: 'xã', units: 0 },
  from: [],
  value,
  target,
  attainmentPercent: percent,
  met: percent === null ? null : Number(percent) >= 100,
  rank: null,
  reported: 1,
  expected: 1,
  quality: 'official',
  restated: false,
  notRestated: null,
  trend: [],
  cells: [],
})
const rows = [
  row('Đứa Mòn', '13', '12', '108.3'),
  row('Bó Sinh', null, '6', null),
  row('Dồm Cang', '3', '4', '75.0'),
  row('An Phú', '6', '8', '75.0'),
]
const names = (sorting: Parameters<typeof sortRows>[1], isReversed = false) =>
  sortRows(rows, sorting, isReversed, compareNames).map(({ unit }) => unit.shortName)

test('the worst comes first, equal ones by name, and who has nothing to say last in either direction', () => {
  assert.deepEqual(names({ sort: 'percent', dir: 'up' }), ['An Phú', 'Dồm Cang', 'Đứa Mòn', 'Bó Sinh'])
  assert.deepEqual(names({ sort: 'percent', dir: 'down' }), ['Đứa Mòn', 'An Phú', 'Dồm Cang', 'Bó Sinh'])
})

test('where less is better the highest is the worst', () =>
  assert.equal(names({ sort: 'percent', dir: 'up' }, true)[0], 'Đứa Mòn'))

test('names stand in Vietnamese order, values by their size', () => {
  assert.deepEqual(names({ sort: 'name', dir: 'up' }), ['An Phú', 'Bó Sinh', 'Dồm Cang', 'Đứa Mòn'])
  assert.deepEqual(names({ sort: 'value', dir: 'up' }).slice(0, 2), ['Dồm Cang', 'An Phú'])
})

test('who missed the target is counted apart from who has not reported', () =>
  assert.deepEqual(countBehind(rows), { behind: 2, missing: 1 }))
