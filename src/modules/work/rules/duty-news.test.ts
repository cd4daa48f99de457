import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type AskedOfDuty, dutyNewsOf, gatherDuties, thingDue, thingIssued } from './duty-news.ts'

const DETAILS = {
  directiveId: 7,
  number: '12-KH/HU',
  dutyId: 3,
  occurrenceId: 31,
  task: 'x',
  dueOn: '2021-12-18',
}
const told = (action: string, more: object = {}) => {
  const news = dutyNewsOf({ action, details: { ...DETAILS, ...more } })
  return news && [news.kind, news.to, news.occurrenceId, news.reason, news.dueOn]
}

describe('an entry of the log about a duty', () => {
  test('tells the unit what was given to it, decided and put off', () => {
    assert.deepEqual(told('duty.issue', { occurrenceId: undefined }), [
      'assigned',
      'unit',
      null,
      null,
      '2021-12-18',
    ])
    assert.deepEqual(told('duty.decide', { decision: 'returned', reason: 'Thiếu' }), [
      'returned',
      'unit',
      31,
      'Thiếu',
      '2021-12-18',
    ])
    assert.equal(told('duty.decide', { decision: 'accepted' })![0], 'approved')
    assert.deepEqual(told('duty.extend', { dueOn: '2021-12-30', reason: 'Mưa lũ' }), [
      'extended',
      'unit',
      31,
      'Mưa lũ',
      '2021-12-30',
    ])
  })

  test('tells the office of an answer, and of no acknowledgement', () => {
    assert.deepEqual(told('duty.answer', { version: 1 }), ['check', 'office', 31, null, '2021-12-18'])
    assert.equal(told('duty.answer', { received: '2021-12-16' }), null)
  })

  test('is no news when something is taken back, stated or passed on', () => {
    assert.equal(told('duty.issue', { withdrawn: true }), null)
    assert.equal(told('duty.decide', { stated: {} }), null)
    assert.equal(told('duty.pass'), null)
    assert.equal(told('report.return'), null)
  })

  test('that does not say which duty and whose is none', () => {
    assert.equal(told('duty.extend', { occurrenceId: undefined }), null)
    assert.equal(told('duty.issue', { dutyId: 'x' }), null)
    assert.equal(dutyNewsOf({ action: 'duty.issue', details: { ...DETAILS, dutyId: '12' } })?.dutyId, 12)
  })
})

describe('what is told of a duty', () => {
  const asked = (unitId: number, dueOn = '2021-12-18'): AskedOfDuty => ({
    dutyId: 3,
    occurrenceId: unitId * 10,
    unitId,
    dueOn,
  })

  test('names one unit, and counts several', () => {
    const people = (unitId: number) => (unitId === 1 ? [100, 200] : [200])
    const [one, several] = gatherDuties([asked(1), asked(2)], people, thingIssued)
    assert.deepEqual([one!.accountId, one!.unitId, one!.occurrenceId, one!.units], [100, 1, 10, 1])
    assert.deepEqual(
      [several!.accountId, several!.unitId, several!.occurrenceId, several!.units],
      [200, null, null, 2],
    )
  })

  test('is apart for each due day', () => {
    const told = gatherDuties([asked(1), asked(1, '2022-03-18')], () => [100], thingDue)
    assert.deepEqual(
      told.map(({ dueOn, units }) => [dueOn, units]),
      [
        ['2021-12-18', 1],
        ['2022-03-18', 1],
      ],
    )
    assert.equal(new Set(told.map(({ thing }) => thing)).size, 2)
  })

  test('is nothing where nobody answers', () => {
    assert.deepEqual(
      gatherDuties([asked(1)], () => [], thingIssued),
      [],
    )
  })
})
