import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attachEvidence, markSubjects, moveRound, openRound, say } from '#modules/assessments/index.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import { cellAt, scoringHouse } from '../../../../test/scoring-house.ts'
import type { Sheet } from '../api/scoring.ts'

const DAYS = { selfDue: null, verifyDue: null, explainDue: null, councilOn: null, appealDays: 10 }
const YEAR = { startsOn: '2021-01-01', endsOn: '2021-12-31' }

test('a round is opened, filled and moved on without an account', async () => {
  await using house = await scoringHouse()
  const [by, at] = ['songma', house.clock.now]
  const unitId = (await unitByCode(house.db, 'B', YEAR))!.id
  const id = await house.transact(async (tx) => {
    const draft = {
      ...DAYS,
      scheme: 'par',
      period: '2021',
      name: 'Huyện Mường La',
      keeper: 'D2',
      group: 'xã',
    }
    const opened = await openRound(tx, draft, { by, at })
    assert.deepEqual(opened.subjects, ['B'])
    const said = { scheme: 'par', period: '2021', unitId, criterion: '1.1', input: '{"met":true}' }
    const who = { by: 'donvi.B', byId: null, for: null, at }
    assert.equal(await say(tx, [{ ...said, stage: 'self' }], who), 1)
    assert.equal(await say(tx, [{ ...said, stage: 'self' }], who), 0, 'the same again is left alone')
    const plan = { number: '1-KH', issuer: '', issuedOn: '2021-02-01', page: '', file: null, link: '' }
    const evidence = { ...plan, criteria: ['1.1'] }
    await attachEvidence(tx, { roundId: opened.id, unit: 'B' }, evidence, { by, at })
    await markSubjects(tx, opened.id, ['B'], 'sent', { by: 'donvi.B', at })
    const move = { to: 'verify' as const, reason: '', anyway: false, ifMatch: undefined, at }
    assert.deepEqual((await moveRound(tx, opened.id, move)).unsent, [])
    return opened.id
  })
  const sheet = await house.ok<Sheet>(house.as('outsider').get(`/api/v1/rounds/${id}/subjects/B`))
  assert.deepEqual(
    [sheet.round.state, sheet.sentBy, sheet.evidence.length, cellAt(sheet, '1.1').lacks],
    ['verify', 'donvi.B', 1, []],
  )
  await assert.rejects(
    house.transact((tx) => markSubjects(tx, id, ['A'], 'sent', { by, at })),
    { code: 'score.subjectNotFound' },
  )
})
