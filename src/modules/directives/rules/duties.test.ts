// When a duty is due, whom it goes to, how late it is, what an answer needs, and what cells of a file mean.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addressUnits } from './address.ts'
import { judgeAnswer } from './answer-ref.ts'
import { codeDay, NO_DAYS, readProduct } from './duty-cells.ts'
import { daysLate, mayFollow } from './duty-state.ts'
import { dueDays, MOST_OCCURRENCES } from './occurrences.ts'

describe('due days', () => {
  test('keep to the end of the month from its last day, and to the same day otherwise', () => {
    assert.deepEqual(dueDays('2022-01-31', 'month', '2022-04-30'), [
      '2022-01-31',
      '2022-02-28',
      '2022-03-31',
      '2022-04-30',
    ])
    assert.deepEqual(dueDays('2022-01-30', 'month', '2022-03-31'), ['2022-01-30', '2022-02-28', '2022-03-30'])
    assert.deepEqual(dueDays('2021-11-15', 'quarter', '2022-05-15'), [
      '2021-11-15',
      '2022-02-15',
      '2022-05-15',
    ])
    assert.deepEqual(dueDays('2024-02-29', 'year', '2026-12-31'), ['2024-02-29', '2025-02-28', '2026-02-28'])
    assert.deepEqual(dueDays('2022-06-30', 'half', '2022-12-30'), ['2022-06-30'], 'the last day is included')
  })
  test('are one without repeating, and never endless', () => {
    assert.deepEqual(dueDays('2022-06-30', null, '2030-01-01'), ['2022-06-30'])
    assert.equal(dueDays('2022-01-01', 'month', '2999-01-01').length, MOST_OCCURRENCES + 1)
  })
})

test('below a unit are all that stand under it, by level and kind; never the unit itself', () => {
  const unit = (id: number, kind: string, level: number, parentId: number | null) => ({
    ...{ id, code: `C${id}`, kind, level, parentId },
  })
  const units = [
    unit(1, 'tỉnh', 1, null),
    unit(2, 'huyện', 2, 1),
    unit(3, 'xã', 3, 2),
    unit(4, 'thị trấn', 3, 2),
    unit(5, 'xã', 2, 1),
    unit(6, 'tỉnh', 1, null),
  ]
  const ids = (to: Parameters<typeof addressUnits>[1]) => addressUnits(units, to).units.map(({ id }) => id)
  assert.deepEqual(ids({ by: 'below', unit: 'C1' }), [2, 3, 4, 5])
  assert.deepEqual(ids({ by: 'below', unit: 'C1', level: 3 }), [3, 4])
  assert.deepEqual(ids({ by: 'below', unit: 'C1', kind: 'xã' }), [3, 5])
  assert.deepEqual(ids({ by: 'list', units: ['C6', 'C3', 'C6'] }), [6, 3])
  assert.deepEqual(addressUnits(units, { by: 'list', units: ['C3', 'X'] }), { units: [], unknown: ['X'] })
  assert.deepEqual(addressUnits(units, { by: 'below', unit: 'X' }), { units: [], unknown: ['X'] })
})

test('days late run to when it was done, else to the day asked; never below 0, none for what is asked no more', () => {
  const late = (state: 'open' | 'accepted' | 'passed', dueOn: string | null, doneOn: string | null) =>
    daysLate({ state, dueOn, doneOn }, '2022-01-15')
  assert.equal(late('open', '2022-01-10', null), 5)
  assert.equal(late('open', '2022-01-15', null), 0)
  assert.equal(late('accepted', '2022-01-10', '2022-01-12'), 2)
  assert.equal(late('accepted', '2022-01-10', '2022-01-01'), 0)
  assert.equal(late('open', null, null), 0)
  assert.equal(late('passed', '2021-01-10', null), 0)
})

test('an answer that is accepted is not answered again; one that is returned is', () => {
  assert.ok(!mayFollow('accepted', 'answer') && mayFollow('returned', 'answer'))
  assert.ok(
    mayFollow('answered', 'accept') && !mayFollow('open', 'accept') && !mayFollow('returned', 'accept'),
  )
  assert.ok(!mayFollow('withdrawn', 'state-days') && !mayFollow('passed', 'pass'))
})

test('an answer brings the record of its kind, or a file; an event may be told in words', () => {
  const judge = (kind: Parameters<typeof judgeAnswer>[0], ref: object, files: string[] = [], note = '') =>
    judgeAnswer(kind, { ref, files, note })
  assert.equal(judge('plan', { directive: '1' }), null)
  assert.equal(judge('plan', {}, ['f']), 'refNeeded')
  assert.equal(judge('report', {}, ['f']), null)
  assert.equal(judge('report', {}, [], 'words'), 'nothingSaid')
  assert.equal(judge('report', { form: 'x' }, ['f']), 'refNeeded', 'its period is missing')
  assert.equal(judge('figure', { indicator: 'x', period: '2021', session: '1' }), 'refNeeded')
  assert.equal(judge('event', {}, [], 'words'), null)
  assert.equal(judge('event', {}), 'nothingSaid')
})

describe('cells', () => {
  test('name the product as offices do; what goes on after it is the task', () => {
    assert.deepEqual(readProduct('report'), { product: 'report', task: '' })
    assert.deepEqual(readProduct('BÁO CÁO'), { product: 'report', task: '' })
    assert.deepEqual(readProduct('Kế hoạch năm 2021'), { product: 'document', task: 'Kế hoạch năm 2021' })
    assert.equal(readProduct('reporting'), undefined)
    assert.equal(readProduct(''), undefined)
  })
  test('mean the unit of the earliest stated day, else of the due day, else of the directive’s', () => {
    const stated = { ...NO_DAYS, received: '2021-06-02', studied: '2021-06-01' }
    assert.equal(codeDay(stated, '2021-12-31', '2021-05-01'), '2021-06-01')
    assert.equal(codeDay(NO_DAYS, '2021-12-31', '2021-05-01'), '2021-12-31')
    assert.equal(codeDay(NO_DAYS, null, '2021-05-01'), '2021-05-01')
  })
})
