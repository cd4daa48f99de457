// A duty given to units of a day: which they are, when it is due, and what records say of it already.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import { type NewDuty, recordSession, registerDirective } from '../index.ts'
import { issueDuty } from './issue.ts'

const TODAY = '2022-01-15'
const DOING = { by: 'vanphong', at: new Date('2022-01-15T02:00:00Z'), today: TODAY }
const DUTY: NewDuty = {
  task: 'Báo cáo sơ kết một năm',
  product: 'report',
  dueOn: '2022-03-31',
  to: { by: 'below', unit: 'D1' },
}

async function ground(): Promise<{ house: TestHouse; directive: number }> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  const keeper = (await unitByCode(house.db, 'D1', { startsOn: TODAY, endsOn: TODAY }))!
  const draft = { type: 'plan', keeperUnitId: keeper.id, issuer: null, excerpt: 'Thực hiện Kết luận 01' }
  const row = await house.transact((tx) =>
    registerDirective(tx, { ...draft, number: '12-KH/HU', issuedOn: '2021-06-01' }, DOING),
  )
  return { house, directive: row.id }
}
const issue = (house: TestHouse, directive: number, part: Partial<NewDuty> = {}) =>
  house.transact((tx) => issueDuty(tx, directive, { ...DUTY, ...part }, DOING))
const codes = (occurrences: readonly { unitCode: string }[]) => occurrences.map((o) => o.unitCode)

describe('whom a duty goes to', () => {
  test('all below a unit, those of a level or kind, or a list; the office above decides', async () => {
    const { house, directive } = await ground()
    await using _ = house
    assert.deepEqual(codes((await issue(house, directive)).occurrences), ['A', 'A2'])
    const wide = { by: 'below', unit: 'P' } as const
    const all = await issue(house, directive, { to: wide })
    assert.deepEqual(codes(all.occurrences), ['D1', 'A', 'A2', 'D2', 'B'])
    const level = await issue(house, directive, { to: { ...wide, level: 2 } })
    assert.deepEqual(codes(level.occurrences), ['D1', 'D2'])
    const kind = await issue(house, directive, { to: { ...wide, kind: 'xã' } })
    assert.deepEqual(codes(kind.occurrences), ['A', 'A2', 'B'])
    const list = await issue(house, directive, { to: { by: 'list', units: ['A2', 'A', 'A2'] } })
    assert.deepEqual(codes(list.occurrences), ['A2', 'A'])
    const deciders = await house.db.selectFrom('duties').select('decider_id').orderBy('id').execute()
    const at = async (code: string) =>
      (await unitByCode(house.db, code, { startsOn: TODAY, endsOn: TODAY }))!.id
    const [d1, p] = [await at('D1'), await at('P')]
    assert.deepEqual(
      deciders.map(({ decider_id }) => decider_id),
      [d1, p, p, p, d1],
    )
  })

  test('nobody unknown, outside the decider’s reach, or not there on the day', async () => {
    const { house, directive } = await ground()
    await using _ = house
    const refused = async (part: Partial<NewDuty>, code: string) =>
      assert.rejects(issue(house, directive, part), (error: { faults: { code: string }[]; code: string }) => {
        assert.equal(error.faults[0]?.code ?? error.code, code)
        return true
      })
    await refused({ to: { by: 'list', units: ['A', 'X'] } }, 'duty.unitNotFound')
    await refused({ to: { by: 'below', unit: 'X' } }, 'duty.unitNotFound')
    await refused({ to: { by: 'list', units: ['B'] }, decider: 'D1' }, 'duty.unitOutside')
    await refused({ to: { by: 'below', unit: 'A' } }, 'duty.noUnits')
    await refused({ issuedOn: '2022-01-16' }, 'duty.future')
    await refused({ issuedOn: '2021-05-31' }, 'duty.beforeDirective')
    await refused({ dueOn: '2021-05-31' }, 'duty.beforeDirective')
    await refused({ repeats: 'quarter' }, 'duty.lastDueNeeded')
    await refused({ repeats: 'month', lastDueOn: '2030-01-01' }, 'duty.tooOften')
    await assert.rejects(issue(house, 999), { code: 'duty.directiveNotFound' })
  })
})

test('a duty that repeats is one duty with an occurrence for each unit and day', async () => {
  const { house, directive } = await ground()
  await using _ = house
  const made = await issue(house, directive, { repeats: 'quarter', lastDueOn: '2022-12-31' })
  assert.deepEqual(
    made.occurrences.map((o) => `${o.unitCode} ${o.ordinal} ${o.dueOn}`),
    ['A', 'A2'].flatMap((unit) => [
      `${unit} 1 2022-03-31`,
      `${unit} 2 2022-06-30`,
      `${unit} 3 2022-09-30`,
      `${unit} 4 2022-12-31`,
    ]),
  )
  assert.equal(made.units, 2)
})

test('what was recorded before the duty was issued counts at once', async () => {
  const { house, directive } = await ground()
  await using _ = house
  const attendance = [{ kind: 'leaders' as const, invited: 10, attended: 9 }]
  const session = { directiveId: directive, unit: 'A', heldOn: '2021-07-02', form: 'online', attendance }
  await house.transact((tx) =>
    recordSession(tx, session, { by: 'x', at: DOING.at, today: TODAY, mayAt: async () => true }),
  )
  await issue(house, directive)
  const rows = await house.db
    .selectFrom('duty_occurrences')
    .select(['unit_code', 'received_on', 'studied_on'])
    .orderBy('unit_code')
    .execute()
  assert.deepEqual(rows, [
    { unit_code: 'A', received_on: '2021-07-02', studied_on: '2021-07-02' },
    { unit_code: 'A2', received_on: null, studied_on: null },
  ])
})
