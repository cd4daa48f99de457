// Rounds, gradings and appeals in the list of work: whose they are, in which group, and when they leave it.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gradingHouse } from '../../../../test/grading-house.ts'
import type { TestHouse } from '../../../../test/house.ts'
import type { Client } from '../../../../test/persona.ts'
import { scoringHouse } from '../../../../test/scoring-house.ts'
import type { AssessmentWork, WorkGroup } from '../api/work.ts'

async function waiting(who: Client, query = ''): Promise<(AssessmentWork & { kind: string })[]> {
  const answer = await who.get(`/api/v1/work?${query}`)
  assert.equal(answer.status, 200, await answer.clone().text())
  const { groups } = (await answer.json()) as { groups: WorkGroup[] }
  return groups.flatMap(({ kind, items }) =>
    items.flatMap((item) => (item.about === 'assessment' ? [{ ...item, kind }] : [])),
  )
}
/** `due score A do`: group, step, unit or how many, what to do. */
const told = async (who: Client, query = '') =>
  (await waiting(who, query)).map(({ kind, step, unit, subjects, action }) =>
    [kind, step, unit?.code ?? subjects, action].join(' '),
  )
const dueOn = (house: TestHouse, day: string) =>
  house.transact((tx) => tx.updateTable('rounds').set({ self_due: day }).execute())

describe('a round', () => {
  test('waits for each unit until it sent its scores, late after the day', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    await dueOn(house, '2030-01-01')
    const [own] = await waiting(officer)
    assert.deepEqual(
      [own!.kind, own!.step, own!.name, own!.unit!.code, own!.dueOn, own!.daysLate, own!.link],
      [
        'due',
        'score',
        'Chấm điểm CCHC cấp xã 2021',
        'A',
        '2030-01-01',
        0,
        `/rounds/${house.round}/units/A?unit=A&period=2021`,
      ],
    )
    assert.deepEqual(await told(house.as('outsider')), [])
    const office = house.as('office', 'D1')
    assert.deepEqual(await told(office), [], 'an office does not score what it asks for')
    assert.deepEqual(await told(office, 'view=units'), ['due score 2 look'])
    assert.deepEqual(await told(office, 'view=units&unit=A2'), ['due score A2 look'])
    await dueOn(house, '2021-01-01')
    assert.deepEqual(await told(officer), ['overdue score A do'])
    assert.deepEqual(await told(office), ['check move D1 do'], 'the day is over: what comes next?')
    await house.claim()
    assert.deepEqual(await told(officer), [])
  })

  test('goes to whoever verifies, back to whom it cut, to the council', async () => {
    await using house = await scoringHouse()
    const [officer, verifier, office] = [house.as('officer'), house.as('verifier'), house.as('office', 'D1')]
    await house.claim()
    await house.move('verify')
    assert.deepEqual(await told(verifier), ['check verify A do'], 'A2 sent nothing')
    assert.deepEqual(await told(house.as('verifier', 'A')), [], 'nobody verifies their own unit')
    await house.ok(house.say(verifier, '1.1', 'verified', { met: false }, { reason: 'missing' }))
    await house.ok(house.say(verifier, '1.2', 'verified', { num: '46', den: '48' }))
    assert.deepEqual(await told(verifier), ['check verify A do'])
    await house.ok(house.say(verifier, '2.1', 'verified', { items: ['a', 'b'] }))
    assert.deepEqual(await told(verifier), [])
    await house.move('explain')
    assert.deepEqual(await told(officer), ['due explain A do'])
    assert.deepEqual(await told(house.as('officer', 'A2')), [], 'nothing of theirs was cut')
    await house.ok(house.say(officer, '1.1', 'explained', { met: true }, { note: 'Trang 2' }))
    assert.deepEqual(await told(verifier), ['check review A do'])
    await house.ok(house.say(verifier, '1.1', 're-verified', { met: true }))
    assert.deepEqual(await told(verifier), [])
    await house.move('council')
    assert.deepEqual(await told(officer), [])
    assert.deepEqual(await told(office), ['check conclude D1 do'])
  })

  test('that was published waits for nobody, until somebody appeals', async () => {
    await using house = await scoringHouse()
    const office = house.as('office', 'D1')
    const url = `/api/v1/rounds/${house.round}`
    await house.claim()
    await house.move('verify')
    await house.move('explain')
    await house.move('council')
    await house.ok(office.post(`${url}/final`, { units: ['A', 'A2'] }))
    const decision = { decision: '15/QĐ-UBND', decidedOn: '2022-01-15', anyway: true }
    await house.ok(office.post(`${url}/publish`, decision))
    assert.deepEqual(await told(office), [])
    const claim = { criterion: '1.1', claim: 'Kế hoạch đã ban hành' }
    const { id } = await house.ok<{ id: string }>(
      house.as('officer').post(`${url}/subjects/A/appeals`, claim),
    )
    const [appeal] = await waiting(office)
    assert.deepEqual(
      [appeal!.kind, appeal!.step, appeal!.link],
      ['check', 'assign', `/appeals/${id}?unit=A&period=2021`],
    )
    const owner = house.as('verifier', 'P')
    assert.deepEqual(await told(owner), [])
    const { username } = await house.db
      .selectFrom('accounts')
      .innerJoin('sessions', 'sessions.account_id', 'accounts.id')
      .select('username')
      .where('username', 'like', 'verifier-%')
      .executeTakeFirstOrThrow()
    await house.ok(house.as('office').put(`/api/v1/appeals/${id}/owner`, { owner: username }))
    assert.deepEqual(await told(owner), ['check resolve A do'])
    assert.deepEqual(await told(office), [])
  })
})

test('a grading waits for its subjects, for whoever proposes, for whoever decides; nobody is named', async () => {
  await using house = await gradingHouse({ people: 3 })
  const { subjects, path } = await house.open()
  const [officer, office] = [house.as('officer'), house.as('office', 'D1')]
  const [line] = await waiting(officer)
  assert.deepEqual([line!.step, line!.subjects, line!.unit!.code], ['grade', 3, 'A'])
  assert.doesNotMatch(JSON.stringify(line), /Lò Văn|CB0/)
  assert.deepEqual(await told(house.as('outsider')), [])
  for (const { id } of subjects)
    await house.ok(officer.post(`${path}/subjects/${id}/self`, { grade: 'HTTNV' }))
  assert.deepEqual(await told(officer), ['check propose A do'])
  const proposals = subjects.slice(1).map(({ id }) => ({ subject: id, grade: 'HTTNV' }))
  await house.ok(officer.post(`${path}/proposals`, { proposals }))
  const lines = await waiting(office)
  assert.deepEqual(
    lines.map(({ step: name, subjects: count }) => [name, count]),
    [
      ['decide', 2],
      ['propose', 1],
    ],
  )
})
