import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createApp } from '#platform/http/app.ts'
import { type Scratch, scratchHouse } from '../../../test/scratch.ts'
import { createAccount } from './accounts.ts'
import { authenticator } from './authenticate.ts'
import { authEndpoints } from './routes.ts'

const BEGIN = Date.parse('2022-01-15T02:00:00Z')
const HOUR = 3_600_000
const STANDING = {
  grants: [{ role: 'unit-officer', unit: '04198', field: null }],
  permissions: [{ permission: 'report.save', units: ['04198'] }],
}

async function open(house: Scratch) {
  const clock = { now: BEGIN }
  await house.transact((tx) =>
    createAccount(tx, { username: 'VanPhong ', password: 'songma-demo', now: new Date(BEGIN) }),
  )
  const app = createApp(
    {
      db: house.db,
      transact: house.transact,
      now: () => new Date(clock.now),
      log: (text) => assert.fail(text),
      checkAnswers: true,
      authenticate: authenticator(house, ({ accountId, username }) => ({
        id: accountId,
        name: username,
        onBehalfOf: null,
        may: async () => false,
      })),
    },
    authEndpoints(
      { standingOf: async () => STANDING, settleClaims: async () => 0 },
      { publicUrl: 'http://localhost', oidc: null },
    ),
    [],
  )
  const call = (method: string, cookie = '', body?: object, headers = {}) =>
    app.request('/api/v1/session', {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
  const signIn = (username = 'vanphong', password = 'songma-demo', headers = {}) =>
    call('POST', '', { username, password }, headers)
  return { clock, call, signIn }
}

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!
const actions = async (house: Scratch) =>
  (
    await house.db.selectFrom('audit_entries').select(['action', 'actor', 'subject']).orderBy('seq').execute()
  ).map(({ action, actor, subject }) => `${actor}: ${action} ${subject}`)

describe('a session', () => {
  test('begins with name and password, tells who is signed in, and ends; both are in the audit log', async () => {
    await using house = await scratchHouse()
    const { call, signIn } = await open(house)

    const begun = await signIn(' VANPHONG')
    const told = {
      username: 'vanphong',
      displayName: null,
      email: null,
      actingFor: null,
      mustChangePassword: false,
      ...STANDING,
      expiresAt: '2022-01-15T14:00:00.000Z',
    }
    assert.equal(begun.status, 200)
    assert.deepEqual(await begun.json(), told)
    assert.deepEqual(await (await call('GET', cookieOf(begun))).json(), told)

    const ended = await call('DELETE', cookieOf(begun))
    assert.equal(ended.status, 204)
    assert.match(ended.headers.get('set-cookie')!, /^songma_session=; Max-Age=0;/)
    assert.equal((await call('GET', cookieOf(begun))).status, 401)
    assert.deepEqual(await actions(house), [
      'vanphong: session.begin account:vanphong',
      'vanphong: session.end account:vanphong',
    ])
  })

  test('is carried by a cookie that no script reads and no other site sends, over https only where there is https', async () => {
    await using house = await scratchHouse()
    const { signIn } = await open(house)
    const plain = (await signIn()).headers.get('set-cookie')!
    assert.match(plain, /^songma_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    const behindProxy = await signIn('vanphong', 'songma-demo', { 'x-forwarded-proto': 'https' })
    assert.match(behindProxy.headers.get('set-cookie')!, /; Secure;/)
  })

  test('is known in the database by the hash of its token only', async () => {
    await using house = await scratchHouse()
    const { signIn } = await open(house)
    const token = cookieOf(await signIn()).split('=')[1]!
    const [row] = await house.db.selectFrom('sessions').selectAll().execute()
    assert.ok(!JSON.stringify(row).includes(token))
  })

  test('is over after twelve hours', async () => {
    await using house = await scratchHouse()
    const { call, signIn, clock } = await open(house)
    const cookie = cookieOf(await signIn())
    clock.now = BEGIN + 12 * HOUR - 1
    assert.equal((await call('GET', cookie)).status, 200)
    clock.now = BEGIN + 12 * HOUR
    assert.equal((await call('GET', cookie)).status, 401)
  })

  test('of an account that was disabled is over at once, and no other begins', async () => {
    await using house = await scratchHouse()
    const { call, signIn } = await open(house)
    const cookie = cookieOf(await signIn())
    await house.transact((tx) =>
      tx
        .updateTable('accounts')
        .set({ disabled_at: new Date(BEGIN) })
        .execute(),
    )
    assert.equal((await call('GET', cookie)).status, 401)
    assert.equal(await codeOf(await signIn()), 'session.refused')
  })

  test('is refused alike for a wrong password and an unknown name', async () => {
    await using house = await scratchHouse()
    const { signIn } = await open(house)
    const [wrong, unknown] = [await signIn('vanphong', 'wrong'), await signIn('nobody', 'wrong')]
    assert.equal(wrong.status, 401)
    assert.deepEqual(await wrong.json(), await unknown.json())
    assert.deepEqual(await actions(house), [])
  })
})

describe('guessing a password', () => {
  test('is stopped after ten attempts for a quarter of an hour, even with the right one, known name or not', async () => {
    await using house = await scratchHouse()
    const { signIn, clock } = await open(house)
    for (const name of ['vanphong', 'nobody']) {
      for (let n = 0; n < 10; n++) assert.equal(await codeOf(await signIn(name, 'wrong')), 'session.refused')
      const stopped = await signIn(name)
      assert.equal(stopped.status, 429)
      assert.equal(await codeOf(stopped), 'session.tooManyAttempts')
    }
    clock.now = BEGIN + 15 * 60_000 + 1
    assert.equal((await signIn()).status, 200)
  })

  test('starts from nothing again after the right password', async () => {
    await using house = await scratchHouse()
    const { signIn } = await open(house)
    for (let n = 0; n < 9; n++) await signIn('vanphong', 'wrong')
    assert.equal((await signIn()).status, 200)
    for (let n = 0; n < 9; n++) await signIn('vanphong', 'wrong')
    assert.equal((await signIn()).status, 200)
  })

  test('leaves no trace of what was typed as a name', async () => {
    await using house = await scratchHouse()
    const { signIn } = await open(house)
    await signIn('mật-khẩu-gõ-nhầm', 'x')
    const rows = await house.db.selectFrom('sign_in_attempts').selectAll().execute()
    assert.equal(rows.length, 1)
    assert.ok(!JSON.stringify(rows).includes('gõ-nhầm'))
  })
})

describe('an account', () => {
  const add = (house: Scratch, username: string, password: string) =>
    house.transact((tx) => createAccount(tx, { username, password, now: new Date(BEGIN) }))

  for (const [what, username, password, code] of [
    ['a name with a space', 'van phong', 'songma-demo', 'account.nameRefused'],
    ['no name', ' ', 'songma-demo', 'account.nameRefused'],
    ['a short password', 'donvi.04198', 'songma1', 'account.passwordTooShort'],
    ['a name that is taken', 'VanPhong', 'songma-demo', 'account.taken'],
  ] as const)
    test(`is not made with ${what}`, async () => {
      await using house = await scratchHouse()
      await open(house)
      await assert.rejects(add(house, username, password), { code })
    })

  test('may carry Vietnamese letters, typed in either form', async () => {
    await using house = await scratchHouse()
    const { signIn } = await open(house)
    await add(house, 'Văn.Phòng'.normalize('NFD'), 'mật khẩu dài')
    assert.equal((await signIn('văn.phòng', 'mật khẩu dài'.normalize('NFD'))).status, 200)
  })
})
