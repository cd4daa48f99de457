// What people are told of duties, and what a due day asks to be said.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type DutyHouse, dutyHouse, TASK } from '../../../../test/duty-house.ts'
import type { Persona } from '../../../../test/persona.ts'
import type { Notice } from '../schema.ts'

const list = async (house: DutyHouse, persona: Persona, unit?: string): Promise<Notice[]> =>
  ((await (await house.as(persona, unit).get('/api/v1/notices')).json()) as { notices: Notice[] }).notices
const kinds = async (house: DutyHouse, persona: Persona, unit?: string) =>
  (await list(house, persona, unit)).map(({ kind }) => kind)

/** Everybody has an account before anything happens. */
async function peopled(): Promise<DutyHouse> {
  const house = await dutyHouse()
  for (const person of ['officer', 'outsider', 'collector', 'verifier', 'office', 'leader'] as const)
    await house.as(person).get('/api/v1/notices')
  return house
}

describe('a duty that is given', () => {
  test('is told to those who answer for its units, and to nobody else', async () => {
    await using house = await peopled()
    const issued = await house.issue()
    await house.tell()
    const [notice] = await list(house, 'officer')
    assert.deepEqual(
      [notice!.kind, notice!.duty, notice!.form, notice!.unit?.name, notice!.units, notice!.dueOn],
      [
        'assigned',
        {
          id: house.occurrenceOf(issued, 'A'),
          directive: { id: house.directive, number: '12-KH/HU' },
          task: TASK,
        },
        null,
        'Xã Nà Nghịu',
        1,
        '2021-12-18',
      ],
    )
    for (const persona of ['outsider', 'collector', 'verifier', 'office', 'leader'] as const)
      assert.deepEqual(await kinds(house, persona), [], persona)
  })

  test('is told once to one who answers for several units, by their number', async () => {
    await using house = await peopled()
    await house.as('officer', 'D1').get('/api/v1/notices')
    await house.issue({ to: { by: 'list', units: ['D1', 'A', 'A2'] }, decider: 'P' })
    await house.tell()
    await house.tell()
    const [notice, ...more] = await list(house, 'officer', 'D1')
    assert.equal(more.length, 0)
    // A has an officer of its own, who is nearer
    assert.deepEqual([notice!.units, notice!.unit, notice!.duty!.id], [2, null, null])
    assert.deepEqual(await kinds(house, 'officer'), ['assigned'])
  })

  test('that repeats is one thing, with its first day', async () => {
    await using house = await peopled()
    await house.issue({ repeats: 'month', dueOn: '2021-12-31', lastDueOn: '2022-06-30' })
    await house.tell()
    const notices = await list(house, 'officer')
    assert.deepEqual(
      notices.map(({ kind, dueOn }) => [kind, dueOn]),
      [['assigned', '2021-12-31']],
    )
  })

  test('a year ago is no news', async () => {
    await using house = await peopled()
    await house.issue()
    house.clock.now = new Date('2022-12-16T02:00:00Z')
    await house.tell()
    house.clock.now = new Date('2021-12-16T02:00:00Z')
    assert.deepEqual(await kinds(house, 'officer'), [])
  })
})

describe('a due day', () => {
  const at = async (house: DutyHouse, day: string) => {
    house.clock.now = new Date(`${day}T02:00:00Z`)
    return house.remindDuties()
  }

  test('is told three days before it and after it, once each', async () => {
    await using house = await peopled()
    await house.issue()
    assert.equal(await at(house, '2021-12-14'), 0)
    assert.equal(await at(house, '2021-12-15'), 1)
    assert.equal(await at(house, '2021-12-18'), 0)
    assert.equal(await at(house, '2021-12-19'), 1)
    assert.equal(await at(house, '2021-12-20'), 0)
    house.clock.now = new Date('2021-12-16T02:00:00Z')
    assert.deepEqual(await kinds(house, 'officer'), ['overdue', 'due'])
  })

  test('is not told of what has been answered, accepted or withdrawn', async () => {
    await using house = await peopled()
    await house.issue()
    for (const state of ['answered', 'accepted', 'passed', 'withdrawn']) {
      await house.transact((tx) => tx.updateTable('duty_occurrences').set({ state }).execute())
      assert.equal(await at(house, '2021-12-19'), 0, state)
    }
  })

  test('that was put off is another, and is told again', async () => {
    await using house = await peopled()
    await house.issue()
    assert.equal(await at(house, '2021-12-19'), 1)
    await house.transact((tx) => tx.updateTable('duty_occurrences').set({ due_on: '2021-12-25' }).execute())
    assert.equal(await at(house, '2021-12-20'), 0)
    assert.equal(await at(house, '2021-12-22'), 1)
    assert.equal(await at(house, '2021-12-26'), 1)
  })

  test('longer ago than a month is told to nobody for the first time', async () => {
    await using house = await peopled()
    await house.issue({ dueOn: '2021-11-01' })
    assert.equal(await at(house, '2021-12-16'), 0)
  })
})

describe('what becomes of an answer', () => {
  const answered = async (house: DutyHouse) => {
    const issued = await house.issue({ to: { by: 'list', units: ['A'] } })
    const path = `/api/v1/duties/${house.occurrenceOf(issued, 'A')}`
    const note = 'Đã tổ chức tại nhà văn hóa bản Nà Hin'
    assert.equal((await house.as('officer').post(`${path}/answer`, { kind: 'event', note })).status, 200)
    return path
  }

  test('is told to the office that decides, and its decision to the unit, with the reason', async () => {
    await using house = await peopled()
    await house.as('office', 'D1').get('/api/v1/notices')
    const path = await answered(house)
    await house.tell()
    assert.deepEqual(await kinds(house, 'office', 'D1'), ['check'])
    // The district's office is nearer than the one that holds it everywhere
    assert.deepEqual(await kinds(house, 'office'), [])

    const reason = 'Chưa có danh sách người dự'
    assert.equal((await house.as('office', 'D1').post(`${path}/return`, { reason })).status, 200)
    await house.tell()
    const [back] = await list(house, 'officer')
    assert.deepEqual([back!.kind, back!.reason, back!.duty!.task], ['returned', reason, TASK])

    assert.equal((await house.as('officer').post(`${path}/answer`, { kind: 'event', note: 'x' })).status, 200)
    assert.equal((await house.as('office', 'D1').post(`${path}/accept`)).status, 200)
    await house.tell()
    assert.deepEqual(await kinds(house, 'officer'), ['approved', 'returned', 'assigned'])
    assert.deepEqual(await kinds(house, 'office', 'D1'), ['check', 'check'])
  })

  test('is nothing when the unit only says that it has the duty', async () => {
    await using house = await peopled()
    const issued = await house.issue({ to: { by: 'list', units: ['A'] } })
    const path = `/api/v1/duties/${house.occurrenceOf(issued, 'A')}`
    assert.equal((await house.as('officer').post(`${path}/receive`)).status, 200)
    await house.tell()
    assert.deepEqual(await kinds(house, 'office'), [])
  })

  test('a later day is told with its reason', async () => {
    await using house = await peopled()
    const issued = await house.issue({ to: { by: 'list', units: ['A'] } })
    const given = { dueOn: '2021-12-30', reason: 'Mưa lũ, đường vào bản bị sạt' }
    const path = `/api/v1/duties/${house.occurrenceOf(issued, 'A')}/extend`
    assert.equal((await house.as('office').post(path, given)).status, 200)
    await house.tell()
    const [notice] = await list(house, 'officer')
    assert.deepEqual([notice!.kind, notice!.dueOn, notice!.reason], ['extended', '2021-12-30', given.reason])
  })

  test('what an office takes back is no new duty', async () => {
    await using house = await peopled()
    const issued = await house.issue()
    await house.tell()
    const path = `/api/v1/directives/${house.directive}/duties/${issued.id}/withdraw`
    assert.equal((await house.as('office').post(path, { reason: 'Giao nhầm' })).status, 200)
    await house.tell()
    assert.deepEqual(await kinds(house, 'officer'), ['assigned'])
  })
})
