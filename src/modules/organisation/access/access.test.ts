import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addGrant, unitByCode } from '#modules/organisation/index.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import { browser, codeOf, openAccount, PASSWORD } from '../../../../test/sign-in.ts'
import type { AccountTold, DelegationTold } from '../api/access.ts'

type Detail = AccountTold & { isInCharge: boolean; delegations: DelegationTold[] }
const ACCOUNTS = '/api/v1/accounts'
const DAY = { startsOn: '2022-01-15', endsOn: '2022-01-15' }

async function open() {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  return house
}

/** Somebody with a role at a unit (null: everywhere), signed in. */
async function person(house: TestHouse, username: string, role: string, unit: string | null) {
  const accountId = await openAccount(house, username, house.clock.now)
  const unitId = unit && (await unitByCode(house.db, unit, DAY))!.id
  await house.transact((tx) => addGrant(tx, { accountId, role, unitId: unitId || null }))
  const desk = browser(house.app)
  assert.equal((await desk.signIn(username)).status, 200)
  return desk
}

const NEW = { username: 'Hoa', displayName: 'Lò Thị Hoa', password: PASSWORD, role: 'collector', unit: 'A' }
const detail = async (answer: Response) => (await answer.json()) as Detail
const names = async (answer: Response) =>
  ((await answer.json()) as { accounts: Detail[] }).accounts.map(({ username }) => username)

describe('an administrator', () => {
  test('adds an account with a role, which acts once its person has chosen a password', async () => {
    await using house = await open()
    const boss = await person(house, 'boss', 'administrator', 'D1')
    assert.deepEqual(await (await boss.post(ACCOUNTS, NEW)).json(), { username: 'hoa' })
    const hoa = browser(house.app)
    const begun = (await (await hoa.signIn('hoa')).json()) as {
      mustChangePassword: boolean
      displayName: string
    }
    assert.deepEqual([begun.mustChangePassword, begun.displayName], [true, 'Lò Thị Hoa'])
    const told = await detail(await boss.get(`${ACCOUNTS}/hoa`))
    assert.deepEqual(
      told.grants.map(({ role, unit, validFrom, validTo }) => [role, unit, validFrom, validTo]),
      [['collector', { code: 'A', name: 'Xã Nà Nghịu' }, null, null]],
    )
    assert.equal((await house.auditActions()).at(-2), 'account.add')
  })

  test('of a district gives no role outside it or everywhere, and none to whom it does not see', async () => {
    await using house = await open()
    const boss = await person(house, 'boss', 'administrator', 'D1')
    await person(house, 'far', 'collector', 'B')
    assert.equal((await boss.post(ACCOUNTS, { ...NEW, unit: 'B' })).status, 403)
    assert.equal((await boss.post(ACCOUNTS, { ...NEW, unit: null })).status, 403)
    assert.equal(
      (await boss.post(ACCOUNTS, { ...NEW, unit: 'no such' })).status,
      403,
      'learns not what exists',
    )
    const grant = { role: 'collector', unit: 'A' }
    assert.equal(await codeOf(await boss.post(`${ACCOUNTS}/far/grants`, grant)), 'account.notFound')
    assert.equal(await codeOf(await boss.get(`${ACCOUNTS}/far`)), 'account.notFound')
    assert.deepEqual(await names(await boss.get(ACCOUNTS)), ['boss'])
  })

  test('of a district does not take over somebody who holds more than it could give', async () => {
    await using house = await open()
    const boss = await person(house, 'boss', 'administrator', 'D1')
    const root = await person(house, 'root', 'administrator', null)
    await root.post(ACCOUNTS, NEW)
    await root.post(`${ACCOUNTS}/hoa/grants`, { role: 'verifier', unit: 'B', field: 'agriculture' })
    await root.put(`${ACCOUNTS}/hoa`, { displayName: 'Hoa', email: 'hoa@example.vn' })
    const seen = await detail(await boss.get(`${ACCOUNTS}/hoa`))
    assert.deepEqual([seen.isInCharge, seen.email], [false, null])
    assert.equal((await boss.put(`${ACCOUNTS}/hoa/password`, { password: 'đoán mò thôi' })).status, 403)
    assert.equal((await boss.put(`${ACCOUNTS}/hoa/disabled`, { isDisabled: true })).status, 403)
    const other = seen.grants.find(({ role }) => role === 'verifier')!
    assert.equal((await boss.post(`/api/v1/grants/${other.id}/end`)).status, 403)
    assert.equal((await root.post(`/api/v1/grants/${other.id}/end`)).status, 204)
    const now = await detail(await boss.get(`${ACCOUNTS}/hoa`))
    assert.deepEqual([now.isInCharge, now.email], [true, 'hoa@example.vn'])
  })

  test('disables an account, which is signed out at once, and sets a password; never of its own', async () => {
    await using house = await open()
    const boss = await person(house, 'boss', 'administrator', null)
    const hai = await person(house, 'hai', 'collector', 'A')
    assert.equal((await boss.put(`${ACCOUNTS}/hai/disabled`, { isDisabled: true })).status, 204)
    assert.equal((await hai.get('/api/v1/session')).status, 401)
    assert.equal((await hai.signIn('hai')).status, 401)
    await boss.put(`${ACCOUNTS}/hai/disabled`, { isDisabled: false })
    await boss.put(`${ACCOUNTS}/hai/password`, { password: 'mật khẩu khác' })
    assert.equal((await hai.signIn('hai')).status, 401)
    assert.equal((await hai.signIn('hai', { password: 'mật khẩu khác' })).status, 200)
    assert.equal(
      await codeOf(await boss.put(`${ACCOUNTS}/boss/disabled`, { isDisabled: true })),
      'access.ownAccount',
    )
  })

  test('finds people without marks, page by page', async () => {
    await using house = await open()
    const boss = await person(house, 'boss', 'administrator', null)
    for (const [username, displayName] of [
      ['c1', 'Lò Văn Đức'],
      ['c2', 'Cầm Văn Đức'],
      ['c3', 'Vì Thị Hương'],
    ])
      await boss.post(ACCOUNTS, { ...NEW, username, displayName })
    assert.deepEqual(await names(await boss.get(`${ACCOUNTS}?text=${encodeURIComponent('duc')}`)), [
      'c1',
      'c2',
    ])
    assert.deepEqual(await names(await boss.get(`${ACCOUNTS}?text=100%25`)), [])
    const first = (await (await boss.get(`${ACCOUNTS}?limit=2`)).json()) as {
      accounts: Detail[]
      after: string
    }
    assert.equal(first.after, 'c1')
    assert.deepEqual(await names(await boss.get(`${ACCOUNTS}?limit=2&after=c1`)), ['c2', 'c3'])
  })

  test('ends a role on a day; it is kept, and one that never held is removed', async () => {
    await using house = await open()
    const boss = await person(house, 'boss', 'administrator', null)
    const hai = await person(house, 'hai', 'auditor', null)
    const later = { role: 'leader', unit: 'A', validFrom: '2022-06-01', validTo: '2022-06-30' }
    await boss.post(`${ACCOUNTS}/hai/grants`, later)
    const { grants } = await detail(await boss.get(`${ACCOUNTS}/hai`))
    for (const { id } of grants) assert.equal((await boss.post(`/api/v1/grants/${id}/end`)).status, 204)
    const left = await detail(await boss.get(`${ACCOUNTS}/hai`))
    assert.deepEqual(
      left.grants.map(({ role, validTo }) => [role, validTo]),
      [['auditor', '2022-01-14']],
    )
    assert.equal((await hai.get('/api/v1/audit')).status, 403)
    const reversed = { ...later, validTo: '2022-05-01' }
    assert.equal(await codeOf(await boss.post(`${ACCOUNTS}/hai/grants`, reversed)), 'access.daysReversed')
  })
})

describe('acting for somebody', () => {
  const as = { headers: { 'songma-acting-for': encodeURIComponent('thẩm.định') } }

  test('has their permissions, from a day to a day, and the log names both', async () => {
    await using house = await open()
    const boss = await person(house, 'thẩm.định', 'administrator', 'D1')
    const hai = await person(house, 'hai', 'leader', 'B')
    const audit = '/api/v1/audit?unit=D1'
    assert.equal(await codeOf(await hai.get(audit, as)), 'access.delegationNotHeld')
    const days = { validFrom: '2022-01-16', validTo: '2022-01-17' }
    const { id } = (await (await boss.post('/api/v1/delegations', { to: 'hai', ...days })).json()) as {
      id: number
    }
    assert.equal((await hai.get(audit, as)).status, 403, 'the day before')
    house.clock.now = new Date('2022-01-16T02:00:00Z')
    await hai.signIn('hai')
    assert.equal((await hai.get(audit)).status, 403, 'as themselves')
    assert.equal((await hai.get(audit, as)).status, 200)
    const told = (await (await hai.get('/api/v1/session', as)).json()) as {
      username: string
      actingFor: string
    }
    assert.deepEqual([told.username, told.actingFor], ['hai', 'thẩm.định'])

    const email = { email: 'hai@example.vn' }
    await hai.put('/api/v1/me/email', email, as)
    const [entry] = await house.db
      .selectFrom('audit_entries')
      .select(['actor', 'acting_for', 'subject'])
      .orderBy('seq', 'desc')
      .limit(1)
      .execute()
    assert.deepEqual(entry, { actor: 'hai', acting_for: 'thẩm.định', subject: 'account:hai' })

    assert.equal((await hai.post(`/api/v1/delegations/${id}/end`)).status, 204)
    assert.equal((await hai.get(audit, as)).status, 403)
  })

  test('gives no roles, manages no accounts, and lets nobody else act', async () => {
    await using house = await open()
    const boss = await person(house, 'thẩm.định', 'administrator', null)
    const hai = await person(house, 'hai', 'leader', 'B')
    await boss.post('/api/v1/delegations', { to: 'hai', validTo: '2022-02-01' })
    assert.equal((await hai.get(ACCOUNTS, as)).status, 403)
    assert.equal((await hai.post(ACCOUNTS, NEW, as)).status, 403)
    assert.equal(
      (await hai.post('/api/v1/delegations', { to: 'thẩm.định', validTo: '2022-02-01' }, as)).status,
      403,
    )
  })

  test('is given in another name only by whoever is in charge of it, and ended by nobody else', async () => {
    await using house = await open()
    const boss = await person(house, 'boss', 'administrator', 'D1')
    const root = await person(house, 'root', 'administrator', null)
    const officer = await person(house, 'officer', 'unit-officer', 'A')
    const far = await person(house, 'far', 'unit-officer', 'B')
    const of = (from: string) => ({ from, to: 'far', validTo: '2022-02-01' })
    assert.equal((await far.post('/api/v1/delegations', of('officer'))).status, 403)
    assert.equal((await boss.post('/api/v1/delegations', of('root'))).status, 404)
    const { id } = (await (await boss.post('/api/v1/delegations', of('officer'))).json()) as { id: number }
    type Own = { given: DelegationTold[]; received: DelegationTold[] }
    const own = async (who: typeof far) => (await (await who.get('/api/v1/delegations')).json()) as Own
    assert.deepEqual(
      (await own(officer)).given.map(({ to }) => to.username),
      ['far'],
    )
    assert.deepEqual(
      (await own(far)).received.map(({ from }) => from.username),
      ['officer'],
    )
    const stranger = await person(house, 'stranger', 'leader', null)
    assert.equal((await stranger.post(`/api/v1/delegations/${id}/end`)).status, 404)
    assert.equal((await root.post(`/api/v1/delegations/${id}/end`)).status, 204)
    assert.deepEqual((await own(far)).received, [])
    const self = await officer.post('/api/v1/delegations', { to: 'officer', validTo: '2022-02-01' })
    assert.equal(await codeOf(self), 'access.delegateRefused')
  })
})
