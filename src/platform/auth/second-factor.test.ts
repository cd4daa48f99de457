import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { testHouse } from '../../../test/house.ts'
import { browser, codeOf, openAccount, PASSWORD } from '../../../test/sign-in.ts'
import { softPasskey } from '../../../test/soft-passkey.ts'

const ORIGIN = 'http://localhost:3000'
type Asked = { challenge: string; options: never }
type Codes = { recoveryCodes: string[] }
type Problem = { code: string; ways: string[]; passkey: Asked }

async function open() {
  const house = await testHouse()
  await openAccount(house, 'mai', house.clock.now)
  const desk = browser(house.app)
  await desk.signIn('mai')
  const wait = (seconds: number) => {
    house.clock.now = new Date(house.clock.now.getTime() + seconds * 1_000)
  }
  return { house, desk, wait, stranger: () => browser(house.app) }
}

async function addCodeApp({ house, desk }: Awaited<ReturnType<typeof open>>) {
  const begun = (await (await desk.post('/api/v1/me/code-app', { password: PASSWORD })).json()) as {
    secret: string
    address: string
    picture: string
  }
  const app = new TOTP({ secret: Secret.fromBase32(begun.secret) })
  const code = (seconds = 0) => app.generate({ timestamp: house.clock.now.getTime() + seconds * 1_000 })
  return { begun, code, confirm: () => desk.put('/api/v1/me/code-app', { code: code() }) }
}

async function addPasskey({ desk }: Awaited<ReturnType<typeof open>>, key: ReturnType<typeof softPasskey>) {
  const asked = (await (
    await desk.post('/api/v1/me/passkeys/challenge', { password: PASSWORD })
  ).json()) as Asked
  const passkey = { challenge: asked.challenge, credential: key.create(asked.options) }
  return desk.post(
    '/api/v1/me/passkeys',
    { name: 'Điện thoại', passkey },
    { headers: { origin: ORIGIN, host: 'localhost:3000' } },
  )
}

describe('an app that shows codes', () => {
  test('counts once confirmed; then the password alone is not enough, and each code is taken once', async () => {
    const here = await open()
    await using house = here.house
    const { begun, code, confirm } = await addCodeApp(here)
    assert.match(begun.address, /^otpauth:\/\/totp\/S%C3%B4ng%20M%C3%A3:mai\?/)
    assert.match(begun.picture, /^data:image\/svg\+xml;base64,/)
    assert.equal((await here.stranger().signIn('mai')).status, 200, 'not confirmed yet')
    const wrong = String((Number(code()) + 1) % 1_000_000).padStart(6, '0')
    assert.equal((await here.desk.put('/api/v1/me/code-app', { code: wrong })).status, 422)
    assert.equal(((await (await confirm()).json()) as Codes).recoveryCodes.length, 10)

    const { code: problem, ways } = (await (await here.stranger().signIn('mai')).json()) as Problem
    assert.equal(problem, 'session.secondFactorNeeded')
    assert.deepEqual(ways, ['code', 'recovery'])
    assert.equal(
      await codeOf(await here.stranger().signIn('mai', { code: code() })),
      'session.codeRefused',
      'replayed',
    )
    here.wait(30)
    assert.equal((await here.stranger().signIn('mai', { code: code() })).status, 200)
    assert.equal((await here.stranger().signIn('mai', { code: code() })).status, 401, 'replayed')
    here.wait(120)
    assert.equal((await here.stranger().signIn('mai', { code: code(-60) })).status, 401, 'too old')
    assert.equal((await here.stranger().signIn('mai', { code: code(-30) })).status, 200, 'a slow clock')
    assert.deepEqual((await house.auditActions()).slice(0, 3), [
      'session.begin',
      'session.begin',
      'security.addCodeApp',
    ])
  })

  test('is guessed ten times in a quarter of an hour, from however many addresses', async () => {
    const here = await open()
    await using house = here.house
    const { code, confirm } = await addCodeApp(here)
    await confirm()
    here.wait(3_600)
    for (let n = 0; n < 10; n++)
      assert.equal(
        (await here.stranger().signIn('mai', { code: 'x' }, { from: `198.51.100.${n}` })).status,
        401,
      )
    assert.equal(
      (await here.stranger().signIn('mai', { code: code() }, { from: '198.51.100.99' })).status,
      429,
    )
    assert.deepEqual(house.log, [])
  })

  test('is replaced by a recovery code, once each, however it is typed; removing it forgets them', async () => {
    const here = await open()
    await using house = here.house
    const { confirm } = await addCodeApp(here)
    const { recoveryCodes } = (await (await confirm()).json()) as Codes
    assert.match(recoveryCodes[0]!, /^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/)
    const typed = recoveryCodes[0]!.toLowerCase().replaceAll('-', ' ')
    assert.equal((await here.stranger().signIn('mai', { code: typed })).status, 200)
    assert.equal((await here.stranger().signIn('mai', { code: typed })).status, 401)
    const rows = await house.db.selectFrom('recovery_codes').selectAll().execute()
    assert.equal(rows.length, 9)
    assert.ok(!JSON.stringify(rows).includes(recoveryCodes[1]!.replaceAll('-', '')))

    assert.equal((await here.desk.post('/api/v1/me/code-app/removal', { password: 'x' })).status, 422)
    assert.equal((await here.desk.post('/api/v1/me/code-app/removal', { password: PASSWORD })).status, 204)
    assert.equal((await here.stranger().signIn('mai')).status, 200)
    assert.equal((await house.db.selectFrom('recovery_codes').selectAll().execute()).length, 0)
  })

  test('leaves no secret in what is kept for a retry', async () => {
    const here = await open()
    await using house = here.house
    const { begun, confirm } = await addCodeApp(here)
    const { recoveryCodes } = (await (await confirm()).json()) as Codes
    const kept = JSON.stringify(await house.db.selectFrom('idempotency_keys').selectAll().execute())
    assert.ok(!kept.includes(begun.secret) && !kept.includes(recoveryCodes[0]!))
  })
})

describe('a passkey', () => {
  const at = { headers: { origin: ORIGIN, host: 'localhost:3000' } }
  const ask = async (who: ReturnType<typeof browser>) =>
    (await (await who.post('/api/v1/session/passkey/challenge')).json()) as Asked

  test('signs in by itself when it knows the person; a challenge is answered once, in ten minutes, from here', async () => {
    const here = await open()
    await using house = here.house
    const key = softPasskey(ORIGIN)
    assert.equal((await addPasskey(here, key)).status, 200)
    const who = here.stranger()
    const asked = await ask(who)
    const passkey = { challenge: asked.challenge, credential: key.get(asked.options) }
    const begin = (body: object) => who.post('/api/v1/session/passkey', { passkey: body }, at)
    assert.equal((await begin(passkey)).status, 200)
    assert.equal(((await (await who.get('/api/v1/session')).json()) as { username: string }).username, 'mai')
    assert.equal((await begin(passkey)).status, 401, 'a second time')

    const elsewhere = await ask(who)
    const taken = key.get(elsewhere.options, 'https://songma.example')
    assert.equal(
      (await begin({ challenge: elsewhere.challenge, credential: taken })).status,
      401,
      'made elsewhere',
    )
    const late = await ask(who)
    here.wait(601)
    assert.equal(
      (await begin({ challenge: late.challenge, credential: key.get(late.options) })).status,
      401,
      'late',
    )
    const stranger = await ask(who)
    const unknown = softPasskey(ORIGIN).get(stranger.options)
    assert.equal(
      (await begin({ challenge: stranger.challenge, credential: unknown })).status,
      401,
      'of nobody',
    )
    assert.deepEqual(house.log, [])
  })

  test('that only shows that it is there completes a password, and is not enough alone', async () => {
    const here = await open()
    await using _ = here.house
    const key = softPasskey(ORIGIN, { knowsPerson: false })
    const { recoveryCodes } = (await (await addPasskey(here, key)).json()) as Codes
    assert.equal(recoveryCodes.length, 10)
    const who = here.stranger()
    const alone = await ask(who)
    const credential = key.get(alone.options)
    const refused = await who.post(
      '/api/v1/session/passkey',
      { passkey: { challenge: alone.challenge, credential } },
      at,
    )
    assert.equal(refused.status, 401)

    const { ways, passkey } = (await (await who.signIn('mai')).json()) as Problem
    assert.deepEqual(ways, ['passkey', 'recovery'])
    const shown = { challenge: passkey.challenge, credential: key.get(passkey.options) }
    assert.equal((await who.signIn('mai', { passkey: shown }, at)).status, 200)
    assert.equal((await who.signIn('mai', { passkey: shown }, at)).status, 401, 'a second time')
  })

  test('of one person opens no account of another, and is removed with the password', async () => {
    const here = await open()
    await using house = here.house
    await openAccount(house, 'hai', house.clock.now)
    const [mine, theirs] = [softPasskey(ORIGIN), softPasskey(ORIGIN)]
    await addPasskey(here, mine)
    const hai = here.stranger()
    await hai.signIn('hai')
    await addPasskey({ ...here, desk: hai }, theirs)
    const who = here.stranger()
    const { passkey } = (await (await who.signIn('mai')).json()) as Problem
    const shown = { challenge: passkey.challenge, credential: theirs.get(passkey.options) }
    assert.equal(await codeOf(await who.signIn('mai', { passkey: shown }, at)), 'session.passkeyRefused')

    const { passkeys } = (await (await here.desk.get('/api/v1/me/security')).json()) as {
      passkeys: { id: string }[]
    }
    const removal = `/api/v1/me/passkeys/${passkeys[0]!.id}/removal`
    assert.equal((await hai.post(removal, { password: PASSWORD })).status, 404)
    assert.equal((await here.desk.post(removal, { password: PASSWORD })).status, 204)
    assert.equal((await here.stranger().signIn('mai')).status, 200)
  })
})
