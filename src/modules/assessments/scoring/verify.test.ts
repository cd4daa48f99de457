import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cellAt, type ScoringHouse, scoringHouse } from '../../../../test/scoring-house.ts'
import type { Saved, Sheet } from '../api/scoring.ts'
import { say } from '../store/said.ts'

const NOTE = 'Kế hoạch số 12-KH/HU ban hành ngày 15/01, trang 2'

/** In state verify, with all that A said sent. */
async function sentHouse(): Promise<ScoringHouse> {
  const house = await scoringHouse()
  await house.claim()
  await house.move('verify')
  return house
}

describe('a verifier', () => {
  test('who cuts gives a reason of the catalogue; who agrees gives none', async () => {
    await using house = await sentHouse()
    const verifier = house.as('verifier')
    const told = await house.refused(
      house.say(verifier, '1.2', 'verified', { num: '44', den: '48' }),
      422,
      'score.refused',
    )
    assert.equal(told.errors[0]?.path, 'reason')
    const cut = { reason: 'miscounted', note: 'Hai nhiệm vụ nộp muộn' }
    const { cell } = await house.ok<Saved>(
      house.say(verifier, '1.2', 'verified', { num: '44', den: '48' }, cut),
    )
    assert.deepEqual(
      cell.scores.map(({ stage, isCut, reason, note }) => [stage, isCut, reason, note]),
      [
        ['self', false, '', ''],
        ['verified', true, 'miscounted', 'Hai nhiệm vụ nộp muộn'],
      ],
    )
    assert.deepEqual([cell.counted?.stage, cell.counted?.points], ['verified', '2.75'])
    await house.ok(house.say(verifier, '1.1', 'verified', { met: true }))
  })

  test('says nothing before its turn, and nothing of the council’s', async () => {
    await using house = await scoringHouse()
    const verifier = house.as('verifier')
    await house.refused(house.say(verifier, '1.1', 'verified', { met: true }), 409, 'score.notNow')
    await house.refused(house.say(verifier, '1.1', 'final', { met: true }), 403, 'auth.forbidden')
  })

  test('holds the right above the subject: at the subject itself it does not count', async () => {
    await using house = await sentHouse()
    await house.refused(
      house.say(house.as('verifier', 'A'), '1.1', 'verified', { met: true }),
      403,
      'auth.forbidden',
    )
  })

  test('limited to a field verifies its area alone, and reads the sheet', async () => {
    await using house = await sentHouse()
    const verifier = house.as('verifier', 'P')
    await house.sheet('A', verifier)
    await house.transact((tx) =>
      tx.updateTable('grants').set({ field: 'justice' }).where('role', '=', 'verifier').execute(),
    )
    assert.deepEqual(cellAt(await house.sheet('A', verifier), '2.1').may, ['verified'])
    await house.ok(house.say(verifier, '2.1', 'verified', { items: ['a', 'b'] }))
    await house.refused(house.say(verifier, '1.1', 'verified', { met: true }), 403, 'auth.forbidden')
    await house.refused(house.say(verifier, '*', 'verified', { adjust: '1' }), 403, 'auth.forbidden')
  })

  test('who also holds a role in the unit, or claimed there, keeps apart', async () => {
    await using house = await sentHouse()
    const verifier = house.as('verifier')
    await house.ok(verifier.get('/api/v1/rounds?unit=D1'))
    const account = await house.db
      .selectFrom('grants')
      .select('account_id')
      .where('role', '=', 'verifier')
      .executeTakeFirstOrThrow()
    const unitA = (
      await house.db.selectFrom('unit_states').select('unit_id').where('code', '=', 'A').execute()
    )[0]!
    const { id } = await house.transact((tx) =>
      tx
        .insertInto('grants')
        .values({ account_id: account.account_id, role: 'collector', unit_id: unitA.unit_id })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await house.refused(house.say(verifier, '1.1', 'verified', { met: true }), 403, 'score.notApart')
    await house.transact((tx) => tx.deleteFrom('grants').where('id', '=', id).execute())
    await house.ok(house.say(verifier, '1.1', 'verified', { met: true }))
    await house.transact((tx) =>
      tx
        .updateTable('scores')
        .set({ said_by_id: account.account_id })
        .where('criterion', '=', '1.2')
        .execute(),
    )
    await house.refused(house.say(verifier, '2.1', 'verified', { items: ['a'] }), 403, 'score.notApart')
  })

  test('is kept apart by acting for another as well', async () => {
    await using house = await sentHouse()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    await verifier.get(`/api/v1/rounds/${house.round}`)
    const accounts = await house.db.selectFrom('accounts').select('username').execute()
    const nameOf = (persona: string) =>
      accounts.find(({ username }) => username.startsWith(persona))!.username
    const days = { validFrom: '2022-01-15', validTo: '2022-01-17' }
    await house.ok(verifier.post('/api/v1/delegations', { to: nameOf('officer'), ...days }))
    await house.ok(officer.post('/api/v1/delegations', { to: nameOf('verifier'), ...days }))
    const url = (unit: string) => `/api/v1/rounds/${house.round}/subjects/${unit}/scores/1.1`
    const asFor = (persona: string) => ({ 'songma-acting-for': nameOf(persona) })
    const verified = { stage: 'verified', input: { met: true } }
    await house.refused(officer.put(url('A'), verified, asFor('verifier')), 403, 'score.notApart')
    const told = await house.ok<Saved>(officer.put(url('A2'), verified, asFor('verifier')))
    assert.deepEqual(
      [told.cell.scores[0]?.by, told.cell.scores[0]?.for],
      [nameOf('officer'), nameOf('verifier')],
    )
    await house.move('self', { reason: 'Gia hạn' })
    const given = { reason: 'Bổ sung' }
    const office = house.as('office', 'D1')
    await house.ok(office.post(`/api/v1/rounds/${house.round}/subjects/A/return`, given))
    const own = { stage: 'self', input: { met: false } }
    await house.ok(verifier.put(url('A'), own, asFor('officer')))
    await house.move('verify')
    await house.refused(verifier.put(url('A'), verified), 403, 'score.notApart')
  })

  test('gives bonus and penalty within the bounds of the scheme', async () => {
    await using house = await sentHouse()
    const verifier = house.as('verifier')
    await house.refused(house.say(verifier, '*', 'verified', { adjust: '2.5' }), 422, 'score.refused')
    const { totals, area } = await house.ok<Saved>(house.say(verifier, '*', 'verified', { adjust: '1.5' }))
    assert.deepEqual([totals.adjusted, totals.counted.points, area], ['1.5', '9.375', null])
  })
})

describe('what the system counted', () => {
  const SOURCE = {
    type: 'duties-on-time',
    counted: '40',
    of: '48',
    asOn: '2021-12-31',
    refs: [],
    sha256: 'x',
  }

  test('stands until it is looked at again, and is then changed with a reason only', async () => {
    await using house = await sentHouse()
    const verifier = house.as('verifier')
    const { unitId } = await house.db
      .selectFrom('round_subjects')
      .select('unit_id as unitId')
      .where('unit_code', '=', 'A')
      .executeTakeFirstOrThrow()
    const fed = {
      scheme: 'par',
      period: '2021',
      unitId,
      criterion: '1.2',
      stage: 'verified' as const,
      input: '{"num":"40","den":"48"}',
      source: JSON.stringify(SOURCE),
    }
    await house.transact((tx) => say(tx, [fed], { by: 'songma', byId: null, for: null, at: house.clock.now }))
    const { cell } = await house.criterion('1.2', 'A', verifier)
    assert.deepEqual([cell.may, cell.scores[1]?.source?.counted, cell.scores[1]?.isCut], [[], '40', true])
    await house.refused(house.say(verifier, '1.2', 'verified', { num: '46', den: '48' }), 409, 'score.fed')
    await house.move('explain')
    const raised = house.say(verifier, '1.2', 're-verified', { num: '47', den: '48' })
    const told = await house.refused(raised, 422, 'score.refused')
    assert.equal(told.errors[0]?.path, 'note')
    await house.ok(
      house.say(
        verifier,
        '1.2',
        're-verified',
        { num: '47', den: '48' },
        { note: 'Tính lại theo công văn 31' },
      ),
    )
  })
})

describe('a cut', () => {
  test('is explained by the unit and looked at again; both stay to be read', async () => {
    await using house = await sentHouse()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    await house.ok(house.say(verifier, '1.1', 'verified', { met: false }, { reason: 'missing' }))
    await house.refused(house.say(officer, '1.1', 'explained', {}, { note: NOTE }), 409, 'score.notNow')
    await house.move('explain')
    const sheet = await house.sheet()
    assert.deepEqual([sheet.missing.explanations, sheet.may], [['1.1'], ['explain-done', 'evidence']])
    await house.refused(house.say(officer, '1.1', 'explained', {}), 422, 'score.refused')
    await house.refused(house.say(officer, '2.1', 'explained', {}, { note: NOTE }), 409, 'score.notVerified')
    await house.ok(house.say(officer, '1.1', 'explained', { met: true }, { note: NOTE }))
    const again = await house.ok<Saved>(house.say(verifier, '1.1', 're-verified', { met: true }))
    assert.deepEqual(
      again.cell.scores.map(({ stage, points }) => [stage, points]),
      [
        ['self', '2'],
        ['verified', '0'],
        ['explained', '2'],
        ['re-verified', '2'],
      ],
    )
    assert.equal(again.cell.counted?.stage, 're-verified')
    await house.refused(house.say(officer, '1.1', 'explained', {}, { note: NOTE }), 409, 'score.reviewed')
  })

  test('that is kept keeps its reason', async () => {
    await using house = await sentHouse()
    const verifier = house.as('verifier')
    await house.ok(house.say(verifier, '1.1', 'verified', { met: false }, { reason: 'missing' }))
    await house.move('explain')
    const { cell } = await house.ok<Saved>(house.say(verifier, '1.1', 're-verified', { met: false }))
    assert.deepEqual(cell.scores.at(-1)?.reason, 'missing')
    await house.move('council')
    await house.ok(house.say(house.as('office', 'D1'), '1.1', 'final', { met: false }))
  })

  test('is answered once the unit says that it is done', async () => {
    await using house = await sentHouse()
    await house.ok(house.say(house.as('verifier'), '1.1', 'verified', { met: false }, { reason: 'missing' }))
    await house.move('explain')
    const officer = house.as('officer')
    const url = `/api/v1/rounds/${house.round}/subjects/A/explain-done`
    assert.ok((await house.ok<Sheet>(officer.post(url, {}))).explainedAt)
    await house.refused(house.say(officer, '1.1', 'explained', {}, { note: NOTE }), 409, 'score.notNow')
  })
})
