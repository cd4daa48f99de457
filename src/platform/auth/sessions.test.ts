import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testHouse } from '../../../test/house.ts'
import { browser, codeOf, openAccount, PASSWORD } from '../../../test/sign-in.ts'
import { SESSION_COOKIE } from './cookie.ts'
import { networkOf } from './rules.ts'

const HOUR = 3_600_000
const SESSION = '/api/v1/session'
const MINE = '/api/v1/me/sessions'

async function open() {
  const house = await testHouse()
  await openAccount(house, 'mai', house.clock.now)
  const pass = (hours: number) => {
    house.clock.now = new Date(house.clock.now.getTime() + hours * HOUR)
  }
  return {
    house,
    pass,
    open: (from?: string, userAgent = 'Firefox') =>
      browser(house.app, { from: from ?? '203.0.113.1', userAgent }),
  }
}

describe('wrong passwords', () => {
  test('slow the account from that address only, and say how long to wait', async () => {
    const { house, open: from } = await open()
    await using _ = house
    const guesser = from('198.51.100.1')
    for (let n = 0; n < 10; n++) assert.equal((await guesser.signIn('mai', { password: 'x' })).status, 401)
    house.clock.now = new Date(house.clock.now.getTime() + 60_000)
    const slowed = await guesser.signIn('mai')
    assert.equal(slowed.status, 429)
    assert.equal(slowed.headers.get('retry-after'), String(14 * 60))
    assert.match(((await slowed.json()) as { detail: string }).detail, /14 minutes/)
    assert.equal((await from('198.51.100.2').signIn('mai')).status, 200, 'from another address')
    assert.equal((await guesser.signIn('other', { password: 'x' })).status, 401, 'another account')
    house.clock.now = new Date(house.clock.now.getTime() + 14 * 60_000 + 1)
    assert.equal((await guesser.signIn('mai')).status, 200, 'after the time that was named')
  })

  test('are not told apart by what a caller says of its address', async () => {
    const { house, open: from } = await open()
    await using _ = house
    const liar = from()
    for (let n = 0; n < 10; n++)
      await liar.signIn('mai', { password: 'x' }, { headers: { 'x-forwarded-for': `198.51.100.${n}` } })
    assert.equal((await liar.signIn('mai')).status, 429)
  })

  for (const [address, network] of [
    ['203.0.113.1', '203.0.113.1'],
    ['::ffff:203.0.113.1', '203.0.113.1'],
    ['2001:db8:0:1:a:b:c:d', '2001:db8:0:1'],
    ['2001:DB8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ] as const)
    test(`from ${address || 'nowhere'} count for ${network || 'nowhere'}`, () => {
      assert.equal(networkOf(address), network)
    })
})

describe('a session that is kept', () => {
  test('lasts for weeks while it is used, and ends after three days without use', async () => {
    const { house, pass, open: from } = await open()
    await using _ = house
    const phone = from()
    await phone.signIn('mai', { keep: true })
    for (let day = 0; day < 12; day++) {
      pass(47)
      assert.equal((await phone.get(SESSION)).status, 200, `day ${day * 2}`)
    }
    pass(72)
    assert.equal((await phone.get(SESSION)).status, 401)
  })

  test('gets a new token each day; the old one ends with the first use of the new one', async () => {
    const { house, pass, open: from } = await open()
    await using _ = house
    const phone = from()
    await phone.signIn('mai', { keep: true })
    const first = phone.jar.get(SESSION_COOKIE)!
    pass(23)
    await phone.get(SESSION)
    assert.equal(phone.jar.get(SESSION_COOKIE), first)
    pass(1)
    const [one, two] = [
      await phone.get(SESSION),
      await from().get(SESSION, { headers: { cookie: `${SESSION_COOKIE}=${first}` } }),
    ]
    assert.equal(one.headers.get('set-cookie')!.split(';')[0], two.headers.get('set-cookie')!.split(';')[0])
    assert.notEqual(phone.jar.get(SESSION_COOKIE), first)

    const old = () => from().get(SESSION, { headers: { cookie: `${SESSION_COOKIE}=${first}` } })
    assert.equal((await old()).status, 200, 'the answer may have been lost')
    assert.equal((await phone.get(SESSION)).status, 200)
    assert.equal((await old()).status, 200, 'requests under way')
    pass(1 / 50)
    assert.equal((await old()).status, 401)
    assert.equal((await phone.get(SESSION)).status, 200)
  })
})

describe("one's own sessions", () => {
  test('are listed, ended one by one, and all at once', async () => {
    const { house, open: from } = await open()
    await using _ = house
    await openAccount(house, 'hai', house.clock.now)
    const [desk, phone, other] = [from(), from('198.51.100.7', 'Phone'), from()]
    await desk.signIn('mai')
    await phone.signIn('mai')
    await other.signIn('hai')
    type Listed = { sessions: { id: number; isThis: boolean; agent: string; address: string }[] }
    const { sessions } = (await (await desk.get(MINE)).json()) as Listed
    assert.deepEqual(sessions.map(({ isThis, agent, address }) => [agent, address, isThis]).sort(), [
      ['Firefox', '203.0.113.1', true],
      ['Phone', '198.51.100.7', false],
    ])
    const phones = sessions.find(({ isThis }) => !isThis)!.id
    assert.equal((await other.delete(`${MINE}/${phones}`)).status, 404, "somebody else's")
    assert.equal((await desk.delete(`${MINE}/${phones}`)).status, 204)
    assert.equal((await phone.get(SESSION)).status, 401)

    await phone.signIn('mai')
    assert.deepEqual(await (await desk.delete(MINE)).json(), { ended: 2 })
    assert.equal((await phone.get(SESSION)).status, 401)
    assert.equal((await desk.get(SESSION)).status, 401)
    assert.equal((await other.get(SESSION)).status, 200)
  })

  test('end with a new password, but for the one that chose it, which gets a new token', async () => {
    const { house, open: from } = await open()
    await using _ = house
    const [desk, phone] = [from(), from()]
    await desk.signIn('mai')
    await phone.signIn('mai')
    const token = desk.jar.get(SESSION_COOKIE)
    const change = (present: string, password: string) =>
      desk.put('/api/v1/me/password', { present, password })
    assert.equal(await codeOf(await change('x', 'mật khẩu mới')), 'session.passwordWrong')
    assert.equal(await codeOf(await change(PASSWORD, 'ngắn')), 'account.passwordTooShort')
    assert.equal((await change(PASSWORD, 'mật khẩu mới')).status, 204)
    assert.notEqual(desk.jar.get(SESSION_COOKIE), token)
    assert.equal((await desk.get(SESSION)).status, 200)
    assert.equal((await phone.get(SESSION)).status, 401)
    assert.equal((await phone.signIn('mai')).status, 401)
    assert.equal((await phone.signIn('mai', { password: 'mật khẩu mới' })).status, 200)
  })
})

test('a password that somebody else chose allows nothing but choosing another', async () => {
  const { house, open: from } = await open()
  await using _ = house
  const { setPassword, findAccount } = await import('./store/accounts.ts')
  const { addGrant } = await import('#modules/organisation/index.ts')
  const account = (await findAccount(house.db, 'mai'))!
  await house.transact(async (tx) => {
    await addGrant(tx, { accountId: account.id, role: 'auditor', unitId: null })
    await setPassword(tx, account.id, account.passwordHash, true)
  })
  const desk = from()
  const told = (await (await desk.signIn('mai')).json()) as {
    mustChangePassword: boolean
    permissions: object[]
  }
  assert.deepEqual([told.mustChangePassword, told.permissions], [true, []])
  assert.equal((await desk.get('/api/v1/audit')).status, 403)
  await desk.put('/api/v1/me/password', { present: PASSWORD, password: 'mật khẩu mới' })
  assert.equal((await desk.get('/api/v1/audit')).status, 200)
})
