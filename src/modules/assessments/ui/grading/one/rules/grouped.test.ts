import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Meter } from '../../../../api/grade-shapes.ts'
import type { GradeSubject } from '../../../../api/gradings.ts'
import type { Grade, GradeRules, Quota } from '../../../../rules/grade-rules.ts'
import { groupsOf, liveMeters } from './grouped.ts'
import { meterCells } from './meter-cells.ts'

const quota: Quota = {
  level: 'HTXSNV',
  percent: '20',
  base: 'good',
  rounding: 'floor',
  smallUnit: null,
  groupBy: 'group',
  exception: null,
}
const NONE = { HTXSNV: 0, HTTNV: 0, HTNV: 0, KHTNV: 0, exempt: 0, none: 0 }
const asRead: Meter = {
  key: 'chi bộ',
  group: 'chi bộ',
  unit: null,
  level: 'HTXSNV',
  percent: '20',
  base: 'good',
  proposed: NONE,
  decided: NONE,
  ofProposed: { used: 0, allowed: 0, isOver: false },
  ofDecided: { used: 0, allowed: 0, isOver: false },
  readings: { good: 0, goodOrBetter: 0 },
  exception: null,
}
const subject = (id: string, group: string, proposed: Grade | null): GradeSubject =>
  ({ id, group, unit: { code: `U${id}`, name: `Đơn vị ${id}` }, proposed, decided: null }) as GradeSubject
const ruled = (part: Partial<Quota> = {}) => ({ quotas: [{ ...quota, ...part }] }) as GradeRules

describe('live meters', () => {
  const twenty = Array.from({ length: 20 }, (_, n) => subject(String(n), 'chi bộ', 'HTTNV'))

  test('move with what is chosen and not yet written, in both readings', () => {
    const drafts = Object.fromEntries(
      ['0', '1', '2', '3'].map((id) => [id, { grade: 'HTXSNV' as const, reason: '', exemption: null }]),
    )
    const [live] = liveMeters({ meters: [asRead], exceptions: [], ruleset: ruled() }, twenty, drafts)
    assert.deepEqual(live?.readings, { good: 3, goodOrBetter: 4 })
    assert.deepEqual(live?.ofProposed, { used: 4, allowed: 3, isOver: true })
  })

  test('count within the group alone', () => {
    const other = subject('99', 'đảng bộ', 'HTXSNV')
    const [live] = liveMeters({ meters: [asRead], exceptions: [], ruleset: ruled() }, [...twenty, other], {})
    assert.equal(live?.ofProposed.used, 0)
  })

  test('stay as they were read where nobody of the group is there', () => {
    assert.deepEqual(liveMeters({ meters: [asRead], exceptions: [], ruleset: ruled() }, [], {}), [asRead])
  })
})

test('who shares a quota stands together, with the unit named where it counts within units', () => {
  const subjects = [subject('1', 'a', null), subject('2', 'b', null), subject('3', 'a', null)]
  assert.deepEqual(
    groupsOf(ruled(), subjects).map(({ key, group, unit, subjects: of }) => [key, group, unit, of.length]),
    [
      ['a', 'a', null, 2],
      ['b', 'b', null, 1],
    ],
  )
  assert.deepEqual(
    groupsOf(ruled({ groupBy: 'unit' }), subjects).map(({ unit }) => unit),
    ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3'],
  )
  assert.equal(groupsOf(ruled({ groupBy: 'all' }), subjects).length, 1)
})

test('places of a quota: taken, over it, or free', () => {
  assert.deepEqual(meterCells(3, 2), ['used', 'used', 'over'])
  assert.deepEqual(meterCells(1, 3), ['used', 'free', 'free'])
  assert.deepEqual(meterCells(0, 0), [])
})
