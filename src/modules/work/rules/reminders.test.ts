import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gatherReminders, reminderOn } from './reminders.ts'

describe('on a day, people are reminded', () => {
  const cases = [
    ['not four days before', '2021-12-20', null],
    ['three days before', '2021-12-19', 'due'],
    ['on the due day: it is not overdue yet', '2021-12-16', 'due'],
    ['the day after, that it is overdue', '2021-12-15', 'overdue'],
    ['for thirty days', '2021-11-16', 'overdue'],
    ['and not of older things', '2021-11-15', null],
    ['not without a due day', null, null],
  ] as const
  for (const [name, dueOn, expected] of cases)
    test(name, () => assert.equal(reminderOn(dueOn, '2021-12-16'), expected))
})

describe('reminders', () => {
  const asked = (unitId: number, dueOn = '2021-12-18', form = 'fruit') => ({
    form,
    field: null,
    period: '2021',
    unitId,
    dueOn,
  })
  test('name the only unit, and count several', () => {
    const told = gatherReminders([asked(1), asked(2), asked(3)], ({ unitId }) =>
      unitId === 3 ? [7, 8] : [7],
    )
    assert.deepEqual(
      told.map(({ accountId, unitId, units }) => [accountId, unitId, units]),
      [
        [7, null, 3],
        [8, 3, 1],
      ],
    )
  })
  test('are apart by form and by due day', () => {
    const told = gatherReminders([asked(1), asked(2, '2021-12-20'), asked(1, '2021-12-18', 'houses')], () => [
      7,
    ])
    assert.deepEqual(
      told.map(({ form, dueOn }) => [form, dueOn]),
      [
        ['fruit', '2021-12-18'],
        ['fruit', '2021-12-20'],
        ['houses', '2021-12-18'],
      ],
    )
  })
  test('of units that nobody reports for reach nobody', () =>
    assert.deepEqual(
      gatherReminders([asked(1)], () => []),
      [],
    ))
})
