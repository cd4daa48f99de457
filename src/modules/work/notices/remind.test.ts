// What the office opens, and what a day reminds of.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Persona } from '../../../../test/persona.ts'
import { cells, report, type WorkHouse, workHouse } from '../../../../test/work-house.ts'
import type { Notice } from '../schema.ts'

async function list(house: WorkHouse, persona: Persona, unit?: string) {
  const answer = await house.as(persona, unit).get('/api/v1/notices')
  const { notices } = (await answer.json()) as { notices: Notice[] }
  return notices.map(({ kind, unit, units, dueOn }) => [kind, unit?.code ?? null, units, dueOn])
}

/** An officer of A, one of the whole district D1, a verifier and the office. */
async function peopled(): Promise<WorkHouse> {
  const house = await workHouse('2021-12-16T02:00:00Z')
  for (const persona of ['officer', 'collector', 'verifier', 'office'] as const)
    await house.as(persona).get('/api/v1/notices')
  await house.as('officer', 'D1').get('/api/v1/notices')
  return house
}

describe('what the office opens', () => {
  test('is assigned to those who send, each of them for their own units', async () => {
    await using house = await peopled()
    await house.open('D1', '2021-12-30')
    await house.tell()
    assert.deepEqual(await list(house, 'officer'), [['assigned', 'A', 1, '2021-12-30']])
    assert.deepEqual(await list(house, 'officer', 'D1'), [['assigned', 'A2', 1, '2021-12-30']])
    for (const persona of ['collector', 'verifier', 'office'] as const)
      assert.deepEqual(await list(house, persona), [], persona)
  })

  test('again with the same day is no news, with another day it is', async () => {
    await using house = await peopled()
    await house.open('A', '2021-12-30')
    await house.open('A', '2021-12-30')
    await house.tell()
    assert.equal((await list(house, 'officer')).length, 1)
    await house.open('A', '2022-01-05')
    await house.tell()
    assert.deepEqual(
      (await list(house, 'officer')).map((told) => told[3]),
      ['2022-01-05', '2021-12-30'],
    )
  })

  test('is not assigned to a unit that has sent it already', async () => {
    await using house = await peopled()
    await house.as('officer').put(report(), { ...cells('888'), submit: true })
    await house.open('A', '2021-12-30')
    await house.tell()
    assert.deepEqual(await list(house, 'officer'), [])
  })
})

describe('a day reminds', () => {
  test('of what is due soon and, after the day, of what is overdue; each once', async () => {
    await using house = await peopled()
    await house.open('A', '2021-12-18')
    assert.equal(await house.remind(), 1)
    assert.equal(await house.remind(), 0)
    assert.deepEqual(await list(house, 'officer'), [['due', 'A', 1, '2021-12-18']])
    house.clock.now = new Date('2021-12-18T20:00:00Z')
    assert.equal(await house.remind(), 1, 'the nineteenth in Vietnam')
    const kinds = await house.db.selectFrom('notices').select('kind').orderBy('id').execute()
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['due', 'overdue'],
    )
  })

  test('with one notice however many units it is about', async () => {
    await using house = await workHouse('2021-12-16T02:00:00Z')
    await house.as('officer', 'P').get('/api/v1/notices')
    await house.open('P', '2021-12-17')
    await house.remind()
    assert.deepEqual(await list(house, 'officer', 'P'), [['due', null, 3, '2021-12-17']])
  })

  test('nobody once the report is in', async () => {
    await using house = await peopled()
    await house.open('A', '2021-12-18')
    await house.as('officer').put(report(), { ...cells('888'), submit: true })
    assert.equal(await house.remind(), 0)
  })
})
