import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReportVersion } from '../../../schema.ts'
import { changesBetween, compareVersions, eventsOf } from './version-events.ts'

const version = (
  n: number,
  state: ReportVersion['state'],
  values: Record<string, string | null>,
  more = {},
): ReportVersion => ({
  version: n,
  state,
  quality: 'official',
  isInForce: false,
  isImported: false,
  createdBy: 'hanh',
  createdAt: `2021-12-1${n}T01:00:00Z`,
  savedBy: 'hanh',
  savedAt: `2021-12-1${n}T01:00:00Z`,
  submittedBy: null,
  submittedFor: null,
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  values: Object.entries(values).map(([indicator, value]) => ({ indicator, value })),
  ...more,
})
const sent = { submittedBy: 'hanh', submittedAt: '2021-12-13T09:40:00Z' }

test('a version that was sent back is two events, its draft one', () => {
  const first = version(
    1,
    'returned',
    { longan: '888', mango: '207' },
    {
      ...sent,
      decidedBy: 'thuong',
      decidedAt: '2021-12-15T08:20:00Z',
      values: [
        { indicator: 'longan', value: '888', returned: 'lệch 46 ha' },
        { indicator: 'mango', value: '207' },
      ],
    },
  )
  const draft = version(2, 'draft', { longan: '842', mango: '207' })
  const events = eventsOf([draft, first])
  assert.deepEqual(
    events.map(({ kind, by, changed }) => [kind, by, changed]),
    [
      ['draft', 'hanh', ['longan']],
      ['returned', 'thuong', []],
      ['submitted', 'hanh', ['longan', 'mango']],
    ],
  )
  assert.deepEqual(
    events[1]?.cells.map(({ cell, reason }) => [cell.indicator, reason]),
    [['longan', 'lệch 46 ha']],
  )
})

test('what an office brought in says so, and by whom it was decided', () => {
  const events = eventsOf([
    version(
      1,
      'approved',
      { longan: '5' },
      { isImported: true, decidedBy: 'office', decidedAt: '2022-01-05T00:00:00Z' },
    ),
  ])
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['approved', 'imported'],
  )
})

test('two versions are compared cell by cell; what neither says is left out', () => {
  const a = version(1, 'submitted', { longan: '888', plum: null })
  const b = version(2, 'draft', { longan: '842', plum: null, mango: '3' })
  assert.deepEqual(compareVersions(a, b), [
    { name: 'longan', from: '888', to: '842' },
    { name: 'mango', from: null, to: '3' },
  ])
  assert.equal(changesBetween(a, a).length, 0)
})
