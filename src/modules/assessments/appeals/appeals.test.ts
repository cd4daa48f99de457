// Appeals as the people who file, give out and decide them.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Client, Persona } from '../../../../test/persona.ts'
import { type ScoringHouse, scoringHouse } from '../../../../test/scoring-house.ts'
import type { Appeal, AppealLine } from '../api/appeals.ts'
import type { ResultChanges } from '../api/results.ts'

const DAY = '2022-01-15'
const CLAIM = 'Kế hoạch đã ban hành ngày 05/01/2021, minh chứng trang 2'

type AppealHouse = ScoringHouse & {
  file(who: Client, part?: object, unit?: string): Promise<Response>
  /** Filed by A about 1.1. */
  filed(): Promise<Appeal>
  /** Given to the province's verifier, who had no part in it. */
  owned(): Promise<{ appeal: Appeal; owner: Client }>
  /** What a persona signs in with; the role is held at the unit (null: everywhere). */
  nameOf(persona: Persona, unit: string | null): Promise<string>
}

/** Two communes, A cut by the district's verifier on 1.1, both final and published. */
async function appealHouse(): Promise<AppealHouse> {
  const house = await scoringHouse()
  const url = `/api/v1/rounds/${house.round}`
  await house.claim()
  const other = house.as('officer', 'A2')
  for (const [code, input] of [
    ['1.1', { met: true }],
    ['1.2', { num: '40', den: '48' }],
    ['2.1', { items: ['a', 'b'] }],
  ] as const)
    await house.ok(house.say(other, code, 'self', input, {}, 'A2'))
  await house.ok(other.post(`${url}/subjects/A2/send`, {}))
  await house.move('verify')
  const verifier = house.as('verifier')
  const cut = { reason: 'missing' }
  await house.ok(house.say(verifier, '1.1', 'verified', { met: false }, cut))
  await house.move('explain')
  await house.move('council')
  const office = house.as('office', 'D1')
  await house.ok(office.post(`${url}/final`, { units: ['A', 'A2'] }))
  const decision = { decision: '15/QĐ-UBND', decidedOn: DAY, anyway: true }
  await house.ok(office.post(`${url}/publish`, decision))
  const file: AppealHouse['file'] = (who, part = { criterion: '1.1' }, unit = 'A') =>
    who.post(`${url}/subjects/${unit}/appeals`, { claim: CLAIM, ...part })
  const nameOf: AppealHouse['nameOf'] = async (persona, unit) => {
    const named =
      unit === null ? null : (await unitByCode(house.db, unit, { startsOn: DAY, endsOn: DAY }))!.id
    const { username } = await house.db
      .selectFrom('accounts')
      .innerJoin('grants', 'grants.account_id', 'accounts.id')
      .select('username')
      .where('username', 'like', `${persona}-%`)
      .where('grants.unit_id', named === null ? 'is' : '=', named)
      .executeTakeFirstOrThrow()
    return username
  }
  const filed = () => house.ok<Appeal>(file(house.as('officer')))
  return Object.assign(house, {
    file,
    filed,
    nameOf,
    async owned() {
      const { id } = await filed()
      const owner = house.as('verifier', 'P')
      await owner.get('/api/v1/notices')
      const username = await nameOf('verifier', 'P')
      const appeal = await house.ok<Appeal>(
        house.as('office').put(`/api/v1/appeals/${id}/owner`, { owner: username }),
      )
      return { appeal, owner }
    },
  })
}

const ruling = (part: object = {}) => ({
  outcome: 'upheld',
  reason: 'Kế hoạch ban hành trong hạn, đã kiểm tra bản gốc',
  number: '22/QĐ-UBND',
  decidedOn: DAY,
  scores: [{ criterion: '1.1', input: { met: true } }],
  ...part,
})

describe('filing', () => {
  test('starts the clock; the same again is refused while it waits', async () => {
    await using house = await appealHouse()
    const appeal = await house.filed()
    assert.deepEqual(
      [appeal.state, appeal.criterion?.name, appeal.clock, appeal.version, appeal.owner, appeal.may],
      [
        'filed',
        'Ban hành kế hoạch',
        { dueOn: '2022-02-14', daysLeft: 30, daysLate: 0, isLate: false },
        1,
        null,
        ['withdraw'],
      ],
    )
    await house.refused(house.file(house.as('officer')), 409, 'appeal.exists')
    await house.ok(house.file(house.as('officer'), {}))
  })

  test('is taken on the last day of the window and not after it', async () => {
    await using house = await appealHouse()
    house.clock.now = new Date('2022-01-26T02:00:00Z')
    await house.refused(house.file(house.as('officer', 'A')), 409, 'appeal.tooLate')
    house.clock.now = new Date('2022-01-25T02:00:00Z')
    await house.ok(house.file(house.as('officer', 'A')))
  })

  test('is for the subject alone, of what the scheme has', async () => {
    await using house = await appealHouse()
    for (const who of [house.as('outsider'), house.as('collector'), house.as('leader'), house.as('verifier')])
      await house.refused(house.file(who), 403, 'auth.forbidden')
    await house.refused(house.file(house.as('officer'), { criterion: '9.9' }), 404, 'score.criterionNotFound')
  })

  test('waits for the publication', async () => {
    await using house = await scoringHouse()
    const path = `/api/v1/rounds/${house.round}/subjects/A/appeals`
    await house.refused(house.as('officer').post(path, { claim: CLAIM }), 409, 'appeal.notPublished')
  })
})

describe('the owner', () => {
  test('is one outside the first decision and outside the unit', async () => {
    await using house = await appealHouse()
    const { id } = await house.filed()
    await house.as('verifier', 'P').get('/api/v1/notices')
    const path = `/api/v1/appeals/${id}/owners`
    const { owners } = await house.ok<{ owners: { username: string }[] }>(house.as('office').get(path))
    const names = owners.map(({ username }) => username)
    const apart = await house.nameOf('verifier', 'P')
    const first = await house.nameOf('verifier', 'D1')
    const council = await house.nameOf('office', 'D1')
    assert.equal(names.includes(apart), true)
    assert.equal(names.includes(first), false, 'who verified it')
    assert.equal(names.includes(council), false, 'who settled and published it')
    const give = (owner: string) => house.as('office').put(`/api/v1/appeals/${id}/owner`, { owner })
    await house.refused(give(first), 422, 'appeal.ownerUnknown')
    await house.refused(give('nobody-at-all'), 422, 'appeal.ownerUnknown')
  })

  test('alone decides', async () => {
    await using house = await appealHouse()
    const { appeal } = await house.owned()
    const path = `/api/v1/appeals/${appeal.id}/decide`
    await house.refused(house.as('office').post(path, ruling()), 403, 'appeal.notOwner')
    await house.refused(house.as('officer').post(path, ruling()), 403, 'auth.forbidden')
  })

  test('shows as late after the due day', async () => {
    await using house = await appealHouse()
    await house.owned()
    house.clock.now = new Date('2022-02-17T02:00:00Z')
    const { appeals } = await house.ok<{ appeals: AppealLine[] }>(
      house.as('office', 'P').get('/api/v1/appeals?unit=D1&state=open'),
    )
    assert.deepEqual([appeals[0]!.clock.daysLate, appeals[0]!.clock.isLate], [3, true])
  })
})

describe('the decision', () => {
  test('upheld says a final score and publishes again, with the difference and the reason', async () => {
    await using house = await appealHouse()
    const { appeal, owner } = await house.owned()
    const decided = await house.ok<Appeal>(owner.post(`/api/v1/appeals/${appeal.id}/decide`, ruling()))
    assert.equal(decided.state, 'upheld')
    assert.deepEqual(
      [decided.effect!.version, decided.effect!.before.points, decided.effect!.after.points],
      [2, '5.875', '7.875'],
    )
    assert.deepEqual(
      [decided.effect!.before.rank, decided.effect!.after.rank, decided.effect!.others],
      [2, 1, 1],
    )
    const { appeals } = await house.ok<{ appeals: { reason: string; version: number }[] }>(
      house.as('nobody').get(`/api/v1/results/${house.round}/appeals`),
    )
    assert.deepEqual([appeals[0]!.reason, appeals[0]!.version], [ruling().reason, 2])
    const changes = await house.ok<ResultChanges>(
      house.as('nobody').get(`/api/v1/results/${house.round}/changes`),
    )
    assert.deepEqual(
      changes.units.map(({ unit, after }) => [unit.code, after.rank]),
      [
        ['A', 1],
        ['A2', 2],
      ],
    )
    await house.refused(house.file(house.as('officer')), 409, 'appeal.decidedBefore')
  })

  test('rejected changes nothing, and its reason is published as well', async () => {
    await using house = await appealHouse()
    const { appeal, owner } = await house.owned()
    const path = `/api/v1/appeals/${appeal.id}/decide`
    await house.refused(owner.post(path, ruling({ outcome: 'rejected' })), 422, 'appeal.scoresIdle')
    const decided = await house.ok<Appeal>(owner.post(path, ruling({ outcome: 'rejected', scores: [] })))
    assert.deepEqual([decided.state, decided.effect, decided.may], ['rejected', null, []])
    await house.refused(owner.post(path, ruling()), 409, 'appeal.closed')
  })

  test('is refused without a score, of another criterion, where nothing is better, or on a wrong day', async () => {
    await using house = await appealHouse()
    const { appeal, owner } = await house.owned()
    const decide = (part: object) => owner.post(`/api/v1/appeals/${appeal.id}/decide`, ruling(part))
    await house.refused(decide({ scores: [] }), 422, 'appeal.scoresMissing')
    const other = [{ criterion: '1.2', input: { num: '48', den: '48' } }]
    await house.refused(decide({ scores: other }), 422, 'appeal.otherCriterion')
    const same = [{ criterion: '1.1', input: { met: false }, reason: 'missing' }]
    await house.refused(decide({ scores: same }), 422, 'appeal.notBetter')
    await house.refused(decide({ decidedOn: '2022-01-16' }), 422, 'appeal.dayToCome')
    await house.refused(decide({ decidedOn: '2022-01-14' }), 422, 'appeal.beforeFiling')
    const results = await house.ok<{ versions: number }>(
      house.as('nobody').get(`/api/v1/results/${house.round}`),
    )
    assert.equal(results.versions, 1)
  })
})

test('the unit may take it back, and file again', async () => {
  await using house = await appealHouse()
  const { id } = await house.filed()
  const path = `/api/v1/appeals/${id}/withdraw`
  await house.refused(house.as('office').post(path, {}), 403, 'auth.forbidden')
  const taken = await house.ok<Appeal>(house.as('officer').post(path, {}))
  assert.equal(taken.state, 'withdrawn')
  await house.filed()
})
