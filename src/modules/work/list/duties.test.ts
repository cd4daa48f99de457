// Duties in the list of work: whose they are, in which group, and when they leave it.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type DutyHouse, dutyHouse, TASK } from '../../../../test/duty-house.ts'
import type { Persona } from '../../../../test/persona.ts'
import type { DutyWork, WorkGroup } from '../api/work.ts'

type Who = Persona | [persona: Persona, unit: string]

const groups = async (house: DutyHouse, who: Who, query = ''): Promise<WorkGroup[]> => {
  const [persona, unit] = Array.isArray(who) ? who : [who]
  const answer = await house.as(persona, unit).get(`/api/v1/work?${query}`)
  return ((await answer.json()) as { groups: WorkGroup[] }).groups
}
const duties = async (house: DutyHouse, who: Who, query = '') =>
  (await groups(house, who, query)).flatMap(({ kind, items }) =>
    items.filter((item): item is DutyWork => item.about === 'duty').map((item) => ({ kind, ...item })),
  )
const told = async (house: DutyHouse, who: Who, query = '') =>
  (await duties(house, who, query)).map(({ kind, unit, units, action }) => [
    kind,
    unit?.code ?? units,
    action,
  ])
/** Sets where occurrences stand, as the acts of directives do. */
const stand = (house: DutyHouse, set: { state: string }) =>
  house.transact((tx) => tx.updateTable('duty_occurrences').set(set).execute())

describe('the list of a unit', () => {
  test('has a duty until it is answered, late after its day and not on it', async () => {
    await using house = await dutyHouse()
    const issued = await house.issue()
    const [duty] = await duties(house, 'officer')
    assert.deepEqual(
      [duty!.kind, duty!.task, duty!.directive.number, duty!.dueOn, duty!.daysLate, duty!.link],
      ['due', TASK, '12-KH/HU', '2021-12-18', 0, `/duties/${house.occurrenceOf(issued, 'A')}`],
    )
    house.clock.now = new Date('2021-12-18T03:00:00Z')
    assert.deepEqual(await told(house, ['officer', 'A']), [['due', 'A', 'answer']])
    house.clock.now = new Date('2021-12-20T03:00:00Z')
    const [late] = await duties(house, ['officer', 'A2'])
    assert.deepEqual([late!.kind, late!.daysLate], ['overdue', 2])
    await stand(house, { state: 'answered' })
    assert.deepEqual(await told(house, ['officer', 'A2']), [['waiting', 'A2', 'look']])
    await stand(house, { state: 'accepted' })
    assert.deepEqual(await told(house, ['officer', 'A2']), [])
  })

  test('has what was returned in a group of its own, with the reason', async () => {
    await using house = await dutyHouse()
    const issued = await house.issue({ to: { by: 'list', units: ['A'] } })
    await stand(house, { state: 'returned' })
    await house.transact((tx) =>
      tx
        .insertInto('duty_answers')
        .values({
          occurrence_id: Number(house.occurrenceOf(issued, 'A')),
          version: 1,
          kind: 'event',
          ref: '{}',
          sent_by: 'officer',
          sent_at: house.clock.now,
          decision: 'returned',
          reason: 'Chưa có danh sách người dự',
          decided_by: 'vanphong',
          decided_at: house.clock.now,
        })
        .execute(),
    )
    const [duty] = await duties(house, 'officer')
    assert.deepEqual(
      [duty!.kind, duty!.action, duty!.reason, duty!.by, duty!.version],
      ['returned', 'answer', 'Chưa có danh sách người dự', 'vanphong', 1],
    )
  })

  test('has of a duty that repeats the next turn, and those that were missed', async () => {
    await using house = await dutyHouse()
    await house.issue({
      to: { by: 'list', units: ['A'] },
      repeats: 'month',
      dueOn: '2021-10-31',
      lastDueOn: '2022-06-30',
    })
    const due = (await duties(house, 'officer')).map(({ kind, dueOn }) => [kind, dueOn])
    assert.deepEqual(due, [
      ['overdue', '2021-10-31'],
      ['overdue', '2021-11-30'],
      ['due', '2021-12-31'],
    ])
  })

  test('has none of another unit, and nothing for whoever may only read or collect', async () => {
    await using house = await dutyHouse()
    await house.issue()
    for (const persona of ['outsider', 'collector', 'leader', 'verifier'] as const)
      assert.deepEqual(await told(house, persona), [], persona)
  })
})

describe('the office', () => {
  test('decides on answers, but not on its own', async () => {
    await using house = await dutyHouse()
    const issued = await house.issue()
    await house.as('office').get('/api/v1/work')
    await stand(house, { state: 'answered' })
    const { username } = await house.accountOf('office')
    await house.transact((tx) =>
      tx
        .insertInto('duty_answers')
        .values({
          occurrence_id: Number(house.occurrenceOf(issued, 'A')),
          version: 1,
          kind: 'event',
          ref: '{}',
          sent_by: username,
          sent_at: house.clock.now,
        })
        .execute(),
    )
    assert.deepEqual(await told(house, 'office'), [['check', 'A2', 'decide']])
    assert.deepEqual(await told(house, ['office', 'D1']), [
      ['check', 'A', 'decide'],
      ['check', 'A2', 'decide'],
    ])
    assert.deepEqual(await told(house, ['office', 'D2']), [])
  })

  test('sees in one line the units that have not answered, and may narrow it to one', async () => {
    await using house = await dutyHouse()
    await house.issue()
    const [line] = await duties(house, 'office', 'view=units')
    assert.deepEqual(
      [line!.kind, line!.unit, line!.units, line!.names, line!.action, line!.link],
      ['due', null, 2, ['Xã Nà Nghịu', 'Xã Chiềng Cang'], 'look', `/directives/${house.directive}`],
    )
    assert.deepEqual(await told(house, 'office', 'view=units&unit=A2'), [['due', 'A2', 'look']])
    assert.deepEqual(await told(house, 'outsider', 'view=units'), [])
  })
})

test('beside the list, the days on which duties are due are marked with those of reports', async () => {
  await using house = await dutyHouse()
  await house.open('D1', '2021-12-20')
  await house.issue()
  await house.issue({ dueOn: '2021-12-20' })
  await house.issue({ dueOn: '2021-12-10' })
  const answer = await house.as('officer').get('/api/v1/work-side?unit=A&period=2021')
  assert.deepEqual(((await answer.json()) as { days: unknown }).days, [
    { on: '2021-12-10', overdue: 1, due: 0 },
    { on: '2021-12-18', overdue: 0, due: 1 },
    { on: '2021-12-20', overdue: 0, due: 2 },
  ])
})

test('reports and duties of a group stand together by their day, and come page by page without loss', async () => {
  await using house = await dutyHouse()
  await house.open('D1', '2021-12-20')
  for (let day = 1; day <= 25; day += 1)
    await house.issue({ task: `Việc ${day}`, dueOn: `2022-01-${String(day).padStart(2, '0')}` })
  const [first] = await groups(house, 'officer')
  assert.equal(first!.count, 26)
  assert.equal(first!.items[0]!.about, 'report')
  assert.equal(first!.items.length, 21)
  const rest = await house.as('officer').get(`/api/v1/work/due?after=${first!.nextCursor}`)
  const next = (await rest.json()) as WorkGroup
  assert.equal(next.count, 26)
  assert.equal(next.nextCursor, null)
  const tasks = [...first!.items, ...next.items].flatMap((item) => (item.about === 'duty' ? item.task : []))
  assert.deepEqual(
    tasks,
    Array.from({ length: 25 }, (_, n) => `Việc ${n + 1}`),
  )
})
