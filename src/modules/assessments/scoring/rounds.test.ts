import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { OPENING, SCHEME, type ScoringHouse, scoringHouse } from '../../../../test/scoring-house.ts'
import type { Round, RoundLine, RoundSubject } from '../api/rounds.ts'

const office = (house: ScoringHouse) => house.as('office', 'D1')

describe('a round', () => {
  test('takes in a kind of unit below its keeper, with the names of then', async () => {
    await using house = await scoringHouse()
    const url = `/api/v1/rounds/${house.round}`
    const { subjects } = await house.ok<{ subjects: RoundSubject[] }>(
      house.as('leader').get(`${url}/subjects`),
    )
    assert.deepEqual(
      subjects.map(({ code, name, cells, sentAt }) => [code, name, cells, sentAt]),
      [
        ['A', 'Xã Nà Nghịu', 4, null],
        ['A2', 'Xã Chiềng Cang', 4, null],
      ],
    )
    const preview = await house.ok<{ count: number; kinds: string[] }>(
      office(house).get('/api/v1/round-subjects?keeper=D1&period=2021&group=x%C3%A3'),
    )
    assert.deepEqual([preview.count, preview.kinds], [2, ['xã']])
  })

  test('is opened once for a group, and no unit takes part in two of one scheme and period', async () => {
    await using house = await scoringHouse()
    const open = (more: object) => house.as('office').post('/api/v1/rounds', { ...OPENING, ...more })
    const told = await house.refused(open({ keeper: 'P', group: 'D1' }), 422, 'round.refused')
    assert.equal(told.errors.length, 2)
    await house.refused(open({ keeper: 'P', group: '', units: ['B', 'P', 'zz'] }), 422, 'round.refused')
    await house.refused(open({ scheme: 'nothing' }), 404, 'round.schemeNotFound')
    await house.refused(open({ keeper: 'P', group: 'phường' }), 404, 'round.groupNotFound')
    const other = await house.ok<Round>(open({ keeper: 'P', group: '', units: ['B'] }))
    assert.equal(other.subjects, 1)
  })

  test('of people’s schemes, or of schemes of others, is not opened', async () => {
    await using house = await scoringHouse()
    await house.bring('scheme', JSON.stringify({ ...SCHEME, code: 'people', subjects: 'people' }))
    await house.bring('scheme', JSON.stringify({ ...SCHEME, code: 'national', external: true }))
    const open = (scheme: string) => office(house).post('/api/v1/rounds', { ...OPENING, scheme })
    await house.refused(open('people'), 409, 'round.ofPeople')
    await house.refused(open('national'), 409, 'round.ofOthers')
  })

  test('goes one step at a time, and only past what it leaves open when that is meant', async () => {
    await using house = await scoringHouse()
    const move = (to: string, more: object = {}) =>
      office(house).post(`/api/v1/rounds/${house.round}/move`, { to, ...more })
    await house.refused(move('council'), 409, 'round.noStep')
    const told = await house.refused(move('verify'), 409, 'round.open')
    assert.match(told.detail, /2 đơn vị/)
    const verify = await house.ok<Round>(move('verify', { anyway: true }))
    assert.deepEqual([verify.state, verify.sent, verify.open], ['verify', 2, 6])
    await house.refused(move('self'), 422, 'round.reasonMissing')
    const back = await house.ok<Round>(move('self', { reason: 'Gia hạn đến 10/01' }))
    assert.deepEqual([back.state, back.sent, back.open], ['self', 0, 2], 'what nobody sent is open again')
  })

  test('keeps what a unit sent itself when it goes back; the keeper gives it back by name', async () => {
    await using house = await scoringHouse()
    await house.claim()
    await house.move('verify')
    await house.move('self', { reason: 'Gia hạn' })
    const subject = `/api/v1/rounds/${house.round}/subjects/A`
    await house.refused(house.say(house.as('officer'), '1.1', 'self', { met: false }), 409, 'score.notNow')
    const given = await house.ok<RoundSubject>(
      office(house).post(`${subject}/return`, { reason: 'Bổ sung minh chứng' }),
    )
    assert.equal(given.sentAt, null)
    await house.ok(house.say(house.as('officer'), '1.1', 'self', { met: false }))
    const again = office(house).post(`${subject}/return`, { reason: 'x' })
    await house.refused(again, 409, 'round.notReturnable')
  })

  test('is changed in name and days, not behind somebody’s back', async () => {
    await using house = await scoringHouse()
    const url = `/api/v1/rounds/${house.round}`
    const etag = (await office(house).get(url)).headers.get('etag')!
    const days = { name: 'Đợt chấm 2021', selfDue: '2022-01-05', appealDays: 15 }
    const changed = await house.ok<Round>(office(house).put(url, days, { 'if-match': etag }))
    assert.deepEqual([changed.name, changed.selfDue, changed.appealDays], ['Đợt chấm 2021', '2022-01-05', 15])
    await house.refused(office(house).put(url, days, { 'if-match': etag }), 412, 'round.stale')
  })

  test('is found from its keeper, from above, and from a unit that takes part; not from beside', async () => {
    await using house = await scoringHouse()
    const list = async (query: string) =>
      (await house.ok<{ rounds: RoundLine[] }>(house.as('leader').get(`/api/v1/rounds?${query}`))).rounds.map(
        ({ id }) => id,
      )
    for (const unit of ['P', 'D1', 'A'])
      assert.deepEqual(await list(`unit=${unit}&period=2021`), [house.round], unit)
    assert.deepEqual(await list('unit=B'), [])
    assert.deepEqual(await list('unit=D1&state=verify'), [])
    assert.deepEqual(await list(`unit=D1&after=${house.round}`), [])
  })

  test('tells each area’s progress, who may verify it, and what the caller may do', async () => {
    await using house = await scoringHouse()
    await house.claim()
    await house.move('verify')
    const verifier = house.as('verifier')
    await house.ok(house.say(verifier, '1.1', 'verified', { met: true }))
    const round = await house.ok<Round>(verifier.get(`/api/v1/rounds/${house.round}`))
    assert.deepEqual(
      round.areas.map(({ code, cells, self, verified, waiting, mayVerify }) => [
        code,
        cells,
        self,
        verified,
        waiting,
        mayVerify,
      ]),
      [
        ['I', 4, 2, 1, 3, true],
        ['II', 4, 1, 0, 2, true],
      ],
    )
    assert.deepEqual([round.open, round.may], [5, []])
    const kept = await house.ok<Round>(office(house).get(`/api/v1/rounds/${house.round}`))
    assert.deepEqual(kept.may, ['change', 'move'])
    assert.ok(kept.areas.every(({ mayVerify }) => !mayVerify))
  })

  test('leaves to the council what is not final, and no surveys', async () => {
    await using house = await scoringHouse()
    await house.claim()
    for (const to of ['verify', 'explain']) await house.move(to)
    assert.equal((await house.move('council')).open, 6)
    await house.ok(office(house).post(`/api/v1/rounds/${house.round}/final`, { units: ['A'] }))
    assert.equal((await house.ok<Round>(office(house).get(`/api/v1/rounds/${house.round}`))).open, 3)
  })

  test('is steered by its keeper alone', async () => {
    await using house = await scoringHouse()
    const url = `/api/v1/rounds/${house.round}`
    for (const who of [house.as('office', 'D2'), house.as('verifier'), house.as('officer')]) {
      await house.refused(who.post(`${url}/move`, { to: 'verify' }), 403, 'auth.forbidden')
      await house.refused(who.put(url, { name: 'x' }), 403, 'auth.forbidden')
    }
    await house.refused(house.as('office').put('/api/v1/rounds/99', { name: 'x' }), 404, 'round.notFound')
  })
})
