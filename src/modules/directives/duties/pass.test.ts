// After a reform: what a unit that ended had still to do, who gets it, and what stays as it was.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { type TestHouse, testHouse } from '../../../../test/house.ts'
import type { Occurrence } from '../api/duties.ts'
import { registerDirective } from '../index.ts'
import { dutyRecords } from '../store/duty-records.ts'
import { dutyCheck } from './check.ts'

/** On 1 July 2021 the district ends; its two communes become one under the province, which takes the code of the first. */
const UNITS = `code,name,kind,parent_code,valid_from,valid_to
P,Tỉnh Sơn La,tỉnh,,,
D1,Huyện Sông Mã,huyện,P,,2021-06-30
A,Thị trấn Sông Mã,thị trấn,D1,,2021-06-30
A2,Xã Nà Nghịu,xã,D1,,2021-06-30
A,Xã Sông Mã,xã,P,2021-07-01,
B,Xã Mường Bú,xã,P,,
`
const SUCCESSION = 'old_code,new_code,date,share,kind\nA,A,2021-07-01,,merge\nA2,A,2021-07-01,,merge\n'
const HEAD = 'directive,unit_code,due,product,received,studied,planned,reported,done\n'

async function ground(): Promise<{ house: TestHouse; decision: string }> {
  const house = await testHouse()
  await house.bring('units', UNITS)
  await house.bring('succession', SUCCESSION)
  const keeperUnitId = (await unitByCode(house.db, 'P', { startsOn: '2021-01-01', endsOn: '2021-01-01' }))!.id
  const draft = { type: 'plan', keeperUnitId, issuer: null, excerpt: 'x' }
  const doing = { by: 'x', at: house.clock.now }
  const register = (number: string, issuedOn: string) =>
    house.transact((tx) => registerDirective(tx, { ...draft, number, issuedOn }, doing))
  await register('12-KH/TU', '2021-01-04')
  const decision = await register('99-QĐ/TU', '2021-07-01')
  await house.bring(
    'duties',
    `${HEAD}12-KH/TU,A,2021-03-31,report,2021-01-10,,,2021-03-30,2021-03-30
12-KH/TU,A,2021-12-31,report,2021-01-10,,,,
12-KH/TU,A2,2021-12-31,report,2021-01-11,,,,
12-KH/TU,A2,2022-06-30,document,2021-01-11,,,,
`,
  )
  return { house, decision: String(decision.id) }
}
const pass = (house: TestHouse, part: object, at = 'P') =>
  house.as('office', at).post('/api/v1/duties/pass', { on: '2021-06-30', to: ['A'], ...part })
const stored = async (house: TestHouse) => {
  const rows = await house.db
    .selectFrom('duty_occurrences')
    .select(['unit_name', 'due_on', 'state', 'received_on'])
    .orderBy('id')
    .execute()
  return rows.map((o) => `${o.unit_name} ${o.due_on} ${o.state} ${o.received_on}`)
}

describe('open duties of a unit that ended', () => {
  test('pass to its successor by a decision; two old ones meet in one new, and what was done stays', async () => {
    const { house, decision: directive } = await ground()
    await using _ = house
    assert.deepEqual(await (await pass(house, { unit: 'A', directive })).json(), { passed: 1, made: 1 })
    assert.deepEqual(await (await pass(house, { unit: 'A2', directive })).json(), { passed: 2, made: 1 })
    assert.deepEqual(await stored(house), [
      'Thị trấn Sông Mã 2021-03-31 accepted 2021-01-10',
      'Thị trấn Sông Mã 2021-12-31 passed 2021-01-10',
      'Xã Nà Nghịu 2021-12-31 passed 2021-01-11',
      'Xã Nà Nghịu 2022-06-30 passed 2021-01-11',
      'Xã Sông Mã 2021-12-31 open null',
      'Xã Sông Mã 2022-06-30 open null',
    ])
    const office = house.as('office', 'P')
    const listed = await office.get('/api/v1/duties?unit=A&state=open')
    const [met] = ((await listed.json()) as { duties: { id: string }[] }).duties
    const one = (await (await office.get(`/api/v1/duties/${met!.id}`)).json()) as Occurrence
    assert.deepEqual(one.passedFrom.map(({ unit }) => unit.name).sort(), ['Thị trấn Sông Mã', 'Xã Nà Nghịu'])
    const old = (await (await office.get(`/api/v1/duties/${one.passedFrom[0]!.id}`)).json()) as Occurrence
    assert.deepEqual([old.state, old.passedTo[0]!.id, old.passedBy?.number], ['passed', one.id, '99-QĐ/TU'])
    assert.equal((await house.auditActions()).filter((action) => action === 'duty.pass').length, 2)
    assert.deepEqual((await dutyCheck.run(house.db)).differences, [])
  })

  test('may go to several, and only those chosen', async () => {
    const { house, decision: directive } = await ground()
    await using _ = house
    const { id } = await house.db
      .selectFrom('duty_occurrences')
      .select('id')
      .where('due_on', '=', '2022-06-30')
      .executeTakeFirstOrThrow()
    const both = { unit: 'A2', directive, to: ['A', 'B'] }
    const chosen = await pass(house, { ...both, occurrences: [String(id)] })
    assert.deepEqual(await chosen.json(), { passed: 1, made: 2 })
    const again = await pass(house, { ...both, occurrences: [String(id)] })
    assert.equal(again.status, 422, 'it is open no more')
    const names = (await stored(house)).filter((o) => o.includes('2022-06-30'))
    assert.deepEqual(names, [
      'Xã Nà Nghịu 2022-06-30 passed 2021-01-11',
      'Xã Sông Mã 2022-06-30 open null',
      'Xã Mường Bú 2022-06-30 open null',
    ])
  })

  test('are not passed for a unit that goes on, without a decision, to a unit of another office, or twice', async () => {
    const { house, decision: directive } = await ground()
    await using _ = house
    const told = async (part: object, at?: string) => {
      const answer = await pass(house, part, at)
      return ((await answer.json()) as { code?: string }).code
    }
    assert.equal(await told({ unit: 'A', on: '2022-01-15', directive }), 'duty.notEnded')
    assert.equal(await told({ unit: 'A', directive: '999' }), 'duty.directiveNotFound')
    assert.equal(await told({ unit: 'A', directive, to: ['A2'] }), 'duty.refused', 'it has ended too')
    assert.equal(await told({ unit: 'A', directive }, 'B'), 'auth.forbidden')
    assert.equal(await told({ unit: 'A', directive }), undefined)
    assert.equal(await told({ unit: 'A', directive }), 'duty.nothingOpen')
  })
})

test('the check names an occurrence whose days are not what stands behind them', async () => {
  const { house } = await ground()
  await using _ = house
  assert.deepEqual(await dutyCheck.run(house.db), { checked: 4, differences: [] })
  await house.transact((tx) =>
    tx
      .updateTable('duty_occurrences')
      .set({ done_on: '2021-02-01' })
      .where('due_on', '=', '2021-12-31')
      .execute(),
  )
  const { differences } = await dutyCheck.run(house.db)
  assert.equal(differences.length, 2)
  const [first] = differences as { directive: string; is: { done: string }; shouldBe: { done: null } }[]
  assert.deepEqual([first!.directive, first!.is.done, first!.shouldBe.done], ['12-KH/TU', '2021-02-01', null])
})

test('a change of units tells what is still to do, and finds the duties issued after it', async () => {
  const { house } = await ground()
  await using _ = house
  const change = async (date: string) => {
    const order = {
      date,
      basis: 'x',
      changes: [{ kind: 'merge', predecessors: ['A', 'B'], successors: [{ code: 'A', name: 'Xã Mới' }] }],
    }
    const answer = await house.as('office').post('/api/v1/unit-changes?dryRun=true', order)
    return (await answer.json()) as {
      duties: { unit: { code: string }; directive: string; occurrences: number; to: string }[]
    }
  }
  await house.bring('duties', `${HEAD}12-KH/TU,B,2022-06-30,report,,,,,\n`)
  const { duties } = await change('2022-01-16')
  assert.deepEqual(
    duties.map((d) => [d.unit.code, d.directive, d.occurrences, d.to]),
    [['B', '12-KH/TU', 1, '2022-06-30']],
  )
  const unitId = (await unitByCode(house.db, 'B', { startsOn: '2021-01-01', endsOn: '2021-01-01' }))!.id
  const found = (from: string) => house.transact((tx) => dutyRecords(tx, [{ unitId, from }]))
  assert.deepEqual(await found('2021-01-02'), [{ unitId, kind: 'duty', label: '12-KH/TU' }])
  assert.deepEqual(await found('2021-01-05'), [], 'issued before: it stays with the unit')
})
