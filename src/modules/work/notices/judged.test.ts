// Who is told of rounds, gradings and appeals, of what, and how often.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gradingHouse } from '../../../../test/grading-house.ts'
import type { TestHouse } from '../../../../test/house.ts'
import type { Client } from '../../../../test/persona.ts'
import { type ScoringHouse, scoringHouse } from '../../../../test/scoring-house.ts'
import { roleMay } from '../../../roles.ts'
import { tellNews } from '../jobs.ts'
import type { Notice } from '../schema.ts'
import { writeLetter } from './letter.ts'
import { tellJudged } from './tell-judged.ts'

const list = async (who: Client) =>
  ((await (await who.get('/api/v1/notices')).json()) as { notices: Notice[] }).notices
const told = async (who: Client) =>
  (await list(who)).map(({ kind, judged, unit, units }) => `${kind} ${judged?.step} ${unit?.code ?? units}`)
const tell = (house: TestHouse) => tellNews(house, roleMay, house.clock.now)
const remindOn = (house: TestHouse, day: string) =>
  house.transact((tx) => tellJudged(tx, roleMay, new Date(`${day}T02:00:00Z`)))

/** Those of a round, each with an account already: who comes later is told later. */
async function peopled(): Promise<ScoringHouse & { officer: Client; verifier: Client; office: Client }> {
  const house = await scoringHouse()
  const people = {
    officer: house.as('officer'),
    verifier: house.as('verifier'),
    office: house.as('office', 'D1'),
  }
  for (const who of Object.values(people)) await list(who)
  await list(house.as('outsider'))
  return Object.assign(house, people)
}

describe('a round', () => {
  test('is told to whose turn it is, once', async () => {
    await using house = await peopled()
    await tell(house)
    assert.deepEqual(await told(house.officer), ['assigned score A'])
    assert.deepEqual(await told(house.verifier), [])
    assert.deepEqual(await told(house.as('outsider')), [])
    const letter = await writeLetter(await list(house.officer), {
      lang: 'vi',
      home: 'https://songma.example/app',
      on: '2022-01-15',
    })
    assert.match(letter.text, /- Tự chấm điểm: Chấm điểm CCHC cấp xã 2021 · Năm 2021 · /)
    assert.match(letter.text, /https:\/\/songma\.example\/app\/rounds\/\d+\/units\/A\?unit=A&period=2021\n/)
    await house.claim()
    await tell(house)
    assert.deepEqual(await told(house.officer), ['assigned score A'], 'nothing new')
    await house.move('verify')
    await tell(house)
    assert.deepEqual(await told(house.verifier), ['check verify A'])
    const [notice] = await list(house.verifier)
    assert.deepEqual(
      [notice!.judged, notice!.period, notice!.form, notice!.duty],
      [
        { step: 'verify', id: Number(house.round), name: 'Chấm điểm CCHC cấp xã 2021', keeper: 'D1' },
        '2021',
        null,
        null,
      ],
    )
  })

  test('is reminded of three days before its day and after it, once each', async () => {
    await using house = await peopled()
    await house.transact((tx) => tx.updateTable('rounds').set({ self_due: '2030-03-10' }).execute())
    assert.equal(await remindOn(house, '2030-03-01'), 1)
    assert.equal(await remindOn(house, '2030-03-06'), 0)
    assert.equal(await remindOn(house, '2030-03-07'), 1)
    assert.equal(await remindOn(house, '2030-03-10'), 0)
    // After the day the office, too, has to do something; there is no one day for that
    await remindOn(house, '2030-03-11')
    assert.equal(await remindOn(house, '2030-03-12'), 0)
    assert.deepEqual((await told(house.officer)).sort(), [
      'assigned score A',
      'due score A',
      'overdue score A',
    ])
  })

  test('says when it is published, and when an appeal was answered', async () => {
    await using house = await peopled()
    const url = `/api/v1/rounds/${house.round}`
    await house.claim()
    for (const state of ['verify', 'explain', 'council']) await house.move(state)
    await house.ok(house.office.post(`${url}/final`, { units: ['A', 'A2'] }))
    const decidedOn = house.clock.now.toISOString().slice(0, 10)
    await house.ok(house.office.post(`${url}/publish`, { decision: '15/QĐ-UBND', decidedOn, anyway: true }))
    await tell(house)
    assert.ok((await told(house.officer)).includes('approved published A'))
    const claim = { criterion: '1.1', claim: 'Kế hoạch đã ban hành' }
    await house.ok(house.officer.post(`${url}/subjects/A/appeals`, claim))
    await tell(house)
    assert.ok((await told(house.office)).includes('check assign A'))
  })
})

test('a grading asks the units of those who are graded, and names nobody', async () => {
  await using house = await gradingHouse({ people: 3 })
  const officer = house.as('officer')
  await list(officer)
  await house.open()
  await tell(house)
  assert.deepEqual(await told(officer), ['assigned grade A'])
  assert.doesNotMatch(JSON.stringify(await list(officer)), /Lò Văn|CB0/)
})
