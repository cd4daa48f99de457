import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { Provider } from 'oidc-provider'
import { composeApp } from '../../../../src/app.ts'
import { COUNTRY, testHouse } from '../../../../test/house.ts'
import { browser, codeOf } from '../../../../test/sign-in.ts'

const HERE = 'http://localhost:3000'
const CLIENT = { clientId: 'songma', clientSecret: 'a secret of the two services' }
const RULES = [
  { claim: 'groups', value: 'na-nghiu', role: 'unit-officer', unit: 'A', field: null },
  { claim: 'groups', value: 'kiem-tra', role: 'auditor', unit: null, field: null },
]

/** A real OpenID provider on this machine. `people` says what it says of each. */
async function openProvider(people: Record<string, Record<string, unknown>>) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [`${HERE}/app/`] },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], groups: ['groups'] },
    pkce: { required: () => true },
    cookies: { keys: ['of this test'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
  })
  server.on('request', provider.callback())
  const config = { issuer, ...CLIENT, scope: 'openid profile groups' }
  return {
    config,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A person's browser at the provider: signs in and agrees; answers where it is sent back to. */
async function goThrough(address: string, login: string): Promise<URL> {
  const jar = new Map<string, string>()
  const visit = async (url: string, body?: URLSearchParams): Promise<URL> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body && { method: 'POST', body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name!, value!)
    }
    const location = answer.headers.get('location')
    if (location) {
      const next = new URL(location, url)
      return next.href.startsWith(HERE) ? next : visit(next.href)
    }
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (!prompt) throw new Error(`${url} ${answer.status} ${page.slice(0, 300)}`)
    const action = new URL(/action="([^"]+)"/.exec(page)![1]!, url).href
    return visit(action, new URLSearchParams({ prompt, login, password: 'x' }))
  }
  return visit(address)
}

async function open(people: Record<string, Record<string, unknown>>) {
  const provider = await openProvider(people)
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  assert.equal((await house.as('administrator').put('/api/v1/claim-rules', { rules: RULES })).status, 204)
  const config = { ...house.config, publicUrl: HERE, oidc: provider.config }
  const app = composeApp({ ...house, config }, { now: () => house.clock.now, checkAnswers: true })
  const signIn = async (login: string, who = browser(app)) => {
    const { address } = (await (await who.post('/api/v1/session/outside/leave')).json()) as {
      address: string
    }
    const { search } = await goThrough(address, login)
    return {
      who,
      returned: search,
      answer: await who.post('/api/v1/session/outside/return', { returned: search }),
    }
  }
  const close = async () => {
    await house[Symbol.asyncDispose]()
    await provider[Symbol.asyncDispose]()
  }
  return { house, app, signIn, [Symbol.asyncDispose]: close }
}

type Told = { username: string; displayName: string; grants: { role: string; unit: string | null }[] }

describe('another sign-in service', () => {
  test('opens an account with the roles that follow from what it says, and takes them with it', async () => {
    const people = { p1: { name: 'Lò Thị Hoa', preferred_username: 'hoa', groups: ['na-nghiu', 'x'] } }
    await using here = await open(people)
    const { answer } = await here.signIn('p1')
    const told = (await answer.json()) as Told
    assert.deepEqual([told.username, told.displayName], ['hoa', 'Lò Thị Hoa'])
    assert.deepEqual(told.grants, [{ role: 'unit-officer', unit: 'A', field: null }])

    people.p1.groups = ['kiem-tra']
    const later = (await (await here.signIn('p1')).answer.json()) as Told
    assert.deepEqual(later.grants, [{ role: 'auditor', unit: null, field: null }])
    assert.deepEqual((await here.house.auditActions()).slice(-3), [
      'account.add',
      'session.begin',
      'session.begin',
    ])

    people.p1.groups = []
    assert.equal(await codeOf((await here.signIn('p1')).answer), 'session.outsideUnknown')
  })

  test('lets nobody in who has no role here, and keeps no account of them', async () => {
    await using here = await open({ p2: { name: 'Ai đó', groups: ['x'] } })
    const { answer } = await here.signIn('p2')
    assert.equal(await codeOf(answer), 'session.outsideUnknown')
    const kept = await here.house.db.selectFrom('outside_identities').selectAll().execute()
    assert.deepEqual(kept, [])
  })

  test('does not take over an account of the same name', async () => {
    await using here = await open({ p3: { preferred_username: 'boss', groups: ['kiem-tra'] } })
    const { openAccount } = await import('../../../../test/sign-in.ts')
    await openAccount(here.house, 'boss', here.house.clock.now)
    const { answer } = await here.signIn('p3')
    assert.equal(((await answer.json()) as Told).username, 'boss@127.0.0.1')
  })

  test('is answered once, in the browser that asked, with the state that was given', async () => {
    await using here = await open({ p4: { groups: ['kiem-tra'] } })
    const { who, returned, answer } = await here.signIn('p4')
    assert.equal(answer.status, 200)
    const again = await who.post('/api/v1/session/outside/return', { returned })
    assert.equal(await codeOf(again), 'session.outsideRefused', 'the same answer again')
    const elsewhere = browser(here.app)
    assert.equal((await elsewhere.post('/api/v1/session/outside/return', { returned })).status, 401)

    const { address } = (await (await who.post('/api/v1/session/outside/leave')).json()) as {
      address: string
    }
    const back = await goThrough(address, 'p4')
    back.searchParams.set('state', 'x')
    const forged = await who.post('/api/v1/session/outside/return', { returned: back.search })
    assert.equal(await codeOf(forged), 'session.outsideRefused', 'another state')
    const asked = new URL(address).searchParams
    assert.equal(asked.get('code_challenge_method'), 'S256')
    assert.ok(asked.get('nonce') && asked.get('state'))
  })
})

test('which roles follow is changed only by whoever gives roles everywhere', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  const put = (who: ReturnType<typeof house.as>) => who.put('/api/v1/claim-rules', { rules: RULES })
  assert.equal((await put(house.as('administrator', 'D1'))).status, 403)
  assert.equal((await put(house.as('office'))).status, 403)
  assert.equal((await put(house.as('administrator'))).status, 204)
  const { rules } = (await (await house.as('administrator').get('/api/v1/claim-rules')).json()) as {
    rules: object[]
  }
  assert.deepEqual(rules, RULES)
})

test('without another service nobody is sent anywhere', async () => {
  await using house = await testHouse()
  const nobody = house.as('nobody')
  assert.deepEqual(await (await nobody.get('/api/v1/session/ways')).json(), { outside: null })
  assert.equal((await nobody.post('/api/v1/session/outside/leave', {})).status, 404)
})
