// The demo's directives: what the district asked of its communes, and what became of it.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readCoverage, tellCoverage } from '#modules/directives/coverage/read-coverage.ts'
import { rollup } from '#modules/indicators/index.ts'
import type { House } from '#platform/db/house.ts'
import { openTestDatabase } from '../test/database.ts'
import { directiveId } from './load/directives.ts'
import { loadDemo } from './load.ts'

const TODAY = '2026-11-22'
const opened: { house?: House } = {}
const db = () => opened.house!.db
before(async () => {
  opened.house = await openTestDatabase()
  await loadDemo(opened.house)
})
after(() => opened.house?.close())

test('nineteen communes were asked to carry out Conclusion 01: three were late, one has not answered', async () => {
  const id = await directiveId(db(), '01-KL/TW')
  const { units, totals } = tellCoverage(
    await readCoverage(db(), { directiveId: id, on: TODAY, reached: null }),
  )
  assert.equal(units.length, 19)
  for (const { unitCode, received, studied, planned } of units)
    assert.ok(received && studied && planned, `${unitCode} received, studied and planned`)
  const late = units.filter(({ done, daysLate }) => done !== null && daysLate > 0)
  assert.deepEqual(
    late.map(({ unitCode, daysLate }) => [unitCode, daysLate]),
    [
      ['04189', 4],
      ['04201', 3],
      ['04216', 10],
    ],
  )
  assert.deepEqual(
    units.filter(({ done }) => done === null).map(({ unitCode, reported }) => [unitCode, reported]),
    [['04174', null]],
  )
  assert.deepEqual([totals.units, totals.planned, totals.done, totals.late], [19, 19, 18, 4])
})

test('every commune has its plan for the year; the town one for the whole term and two for years', async () => {
  const plans = await db().selectFrom('plans').select(['unit_code', 'period', 'state']).execute()
  assert.ok(plans.every(({ state }) => state === 'issued'))
  const yearly = new Set(plans.filter(({ period }) => period === '2021').map((plan) => plan.unit_code))
  assert.equal(yearly.size, 20) // the district's own among them
  const town = plans.filter((plan) => plan.unit_code === '04168').map(({ period }) => period)
  assert.deepEqual(town.sort(), ['2020-2025', '2021', '2022'])
})

test('the share of those invited who studied is worked out from the sessions', async () => {
  const [invited, attended, share] = await rollup(db(), {
    indicators: ['study_invited', 'study_attended', 'study_share'],
    periods: ['2021'],
    units: ['126'],
    level: 'self',
    borders: 'then',
    state: 'approved',
    today: TODAY,
  })
  const rows = await db().selectFrom('study_attendance').select(['invited', 'attended']).execute()
  const sum = (of: 'invited' | 'attended') => rows.reduce((total, row) => total + row[of], 0)
  assert.equal(invited!.value, String(sum('invited')))
  assert.equal(attended!.value, String(sum('attended')))
  assert.equal(Number(share!.value), Math.round((sum('attended') / sum('invited')) * 1000) / 10)
  assert.ok(Number(share!.value) > 80 && Number(share!.value) < 100)
})

test('two inspections found five things; one duty is past its day without an answer', async () => {
  const findings = await db().selectFrom('inspection_findings').select('id').execute()
  assert.equal(findings.length, 5)
  const duties = await db()
    .selectFrom('duty_occurrences')
    .select(['state', 'due_on'])
    .where('directive_id', '=', await directiveId(db(), '56-QĐ/HU'))
    .orderBy('due_on')
    .execute()
  assert.deepEqual(
    duties.map(({ state, due_on }) => [state, due_on]),
    [
      ['accepted', '2022-01-25'],
      ['accepted', '2022-02-10'],
      ['open', '2022-02-15'],
      ['accepted', '2022-02-28'],
    ],
  )
})

test('outreach took at least three forms, and three contents were chosen of four proposed', async () => {
  const forms = await db().selectFrom('outreach_activities').select('form').distinct().execute()
  assert.ok(forms.length >= 3, String(forms.length))
  const proposals = await db().selectFrom('proposals').select(['state', 'programme']).execute()
  assert.deepEqual(proposals.map(({ state }) => state).sort(), ['chosen', 'chosen', 'chosen', 'rejected'])
})
