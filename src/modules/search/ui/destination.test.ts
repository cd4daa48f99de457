import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Found } from '../api.ts'
import { destinationOf } from './destination.ts'

const found = (kind: Found['kind'], code: string, more: Partial<Found> = {}): Found => ({
  kind,
  code,
  name: '',
  about: null,
  within: null,
  programme: null,
  until: null,
  nowCalled: null,
  ...more,
})

test('a unit is chosen where one is; one that is gone brings its last year along', () => {
  assert.deepEqual(destinationOf(found('unit', 'A'), '2026'), { kind: 'unit', unit: 'A', period: null })
  const gone = found('unit', 'A', { until: '2025-06-30' })
  assert.deepEqual(destinationOf(gone, '2026'), { kind: 'unit', unit: 'A', period: '2025' })
  assert.deepEqual(destinationOf(gone, '2021'), { kind: 'unit', unit: 'A', period: null })
})

test('a figure opens its programme with itself chosen', () =>
  assert.deepEqual(destinationOf(found('figure', 'F04', { programme: 'housing' }), '2021'), {
    kind: 'page',
    path: '/programmes/housing',
    search: { figure: 'F04' },
  }))

test('a directive opens its own page', () =>
  assert.deepEqual(destinationOf(found('directive', '7', { about: '05-CT/TW' }), '2021'), {
    kind: 'page',
    path: '/directives/7',
    search: {},
  }))
