import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cellAt, OPENING, SCHEME, scoringHouse } from '../../../../test/scoring-house.ts'
import type { Round } from '../api/rounds.ts'
import type { Saved, Score, Sheet } from '../api/scoring.ts'

describe('a unit scores itself', () => {
  test('with sums of the area and the whole as it goes; what nobody spoke of is not 0', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    const { cell, area, totals, missing } = await house.ok<Saved>(
      house.say(officer, '1.2', 'self', { num: '46', den: '48' }),
    )
    const [score] = cell.scores
    assert.deepEqual(
      [score?.stage, score?.points, score?.why, cell.may],
      ['self', '2.875', '46/48 = 95.8333333333 %', ['self']],
    )
    assert.deepEqual(area?.sums.self, { points: '2.875', max: '5', said: 1, of: 2 })
    assert.deepEqual(totals.self, { points: '2.875', max: '8', said: 1, of: 3 })
    assert.deepEqual([totals.verified.said, totals.indexPercent], [0, null])
    assert.deepEqual(missing.scores, ['1.1', '2.1'], 'a survey is not asked of the unit')
  })

  test('says the same again without a further entry in the log, and something else with one', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    const first = await house.ok<Saved>(house.say(officer, '1.1', 'self', { met: true }))
    const again = await house.ok<Saved>(house.say(officer, '1.1', 'self', { met: true }))
    assert.equal(again.cell.etag, first.cell.etag)
    const third = await house.ok<Saved>(house.say(officer, '1.1', 'self', { met: false }))
    assert.notEqual(third.cell.etag, first.cell.etag)
    assert.equal((await house.auditActions()).filter((action) => action === 'score.say').length, 2)
    const url = `/api/v1/rounds/${house.round}/subjects/A/scores/1.1`
    const { scores } = await house.ok<{ scores: (Score & { isCurrent: boolean })[] }>(officer.get(url))
    assert.deepEqual(
      scores.map(({ points, isCurrent }) => [points, isCurrent]),
      [
        ['0', true],
        ['2', false],
      ],
    )
  })

  test('on what somebody else changed meanwhile is refused', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    const { cell } = await house.criterion('1.1')
    await house.ok(house.say(officer, '1.1', 'self', { met: true }, { ifMatch: cell.etag }))
    await house.refused(
      house.say(officer, '1.1', 'self', { met: false }, { ifMatch: cell.etag }),
      412,
      'score.stale',
    )
  })

  test('with input of another rule, or a number that is not text, is refused', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    for (const input of [{ met: true }, { num: 46, den: 48 }, {}]) {
      const told = await house.refused(house.say(officer, '1.2', 'self', input), 422, 'score.refused')
      assert.equal(told.errors[0]?.path, 'input')
    }
    await house.refused(house.say(officer, '9.9', 'self', {}), 404, 'score.criterionNotFound')
    await house.refused(house.say(officer, '2.2', 'self', { na: true }), 409, 'score.survey')
  })

  test('with a part that does not fit its rule is refused as a whole', async () => {
    await using house = await scoringHouse()
    const rule = {
      type: 'composite',
      op: 'sum',
      of: ['1', '1'].map((max) => ({ max, rule: { type: 'met' } })),
    }
    const areas = [{ code: 'I', name: 'I', max: 2, criteria: [{ code: '1', name: '1', max: 2, rule }] }]
    await house.bring('scheme', JSON.stringify({ ...SCHEME, code: 'parts', areas }))
    const opening = { ...OPENING, scheme: 'parts' }
    const { id } = await house.ok<Round>(house.as('office', 'D1').post('/api/v1/rounds', opening))
    const say = (parts: object[]) =>
      house.as('officer').put(`/api/v1/rounds/${id}/subjects/A/scores/1`, { stage: 'self', input: { parts } })
    await house.refused(say([{ met: true }, { num: '1', den: '2' }]), 422, 'score.refused')
    const { totals } = await house.ok<Saved>(say([{ met: true }, { met: false }]))
    assert.equal(totals.self?.points, '1')
  })

  test('in peace: verifiers see no value before it is sent', async () => {
    await using house = await scoringHouse()
    const verifier = house.as('verifier')
    await house.ok(house.say(house.as('officer'), '1.1', 'self', { met: true }))
    const hidden = await house.sheet('A', verifier)
    assert.deepEqual(
      [hidden.isHidden, cellAt(hidden, '1.1').scores, hidden.totals.self, hidden.totals.counted.points],
      [true, [], null, '0'],
    )
    const url = `/api/v1/rounds/${house.round}/subjects/A`
    const history = await house.ok<{ scores: [] }>(verifier.get(`${url}/scores/1.1`))
    assert.deepEqual(history.scores, [])
    await house.ok<Sheet>(house.as('officer').post(`${url}/send`, { anyway: true }))
    assert.equal(cellAt(await house.sheet('A', verifier), '1.1').scores[0]?.points, '2')
  })

  test('and sends: what is not scored must be meant so, and afterwards it stays', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    const url = `/api/v1/rounds/${house.round}/subjects/A/send`
    await house.ok(house.say(officer, '1.1', 'self', { met: true }))
    const told = await house.refused(officer.post(url, {}), 409, 'score.incomplete')
    assert.match(told.detail, /2/)
    const sheet = await house.ok<Sheet>(officer.post(url, { anyway: true }))
    assert.ok(sheet.sentAt)
    assert.deepEqual(sheet.may, [])
    await house.refused(house.say(officer, '1.1', 'self', { met: false }), 409, 'score.notNow')
    await house.refused(officer.post(url, { anyway: true }), 409, 'score.sent')
  })

  test('of another unit is refused, alike for what is not there', async () => {
    await using house = await scoringHouse()
    const outsider = house.as('outsider')
    for (const unit of ['A', 'nowhere'])
      await house.refused(house.say(outsider, '1.1', 'self', { met: true }, {}, unit), 403, 'auth.forbidden')
    await house.refused(house.say(house.as('verifier'), '1.1', 'self', { met: true }), 403, 'auth.forbidden')
  })
})
