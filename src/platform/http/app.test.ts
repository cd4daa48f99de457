import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { scratchHouse } from '../../../test/scratch.ts'
import { notesApp } from '../../../test/wrapper.ts'

describe('every answer', () => {
  test('tells the browser to trust this server only', async () => {
    await using house = await scratchHouse()
    const { send } = await notesApp(house)
    for (const path of ['/api/v1/notes/x', '/api/v1/nothing', '/nothing', '/healthz']) {
      const { headers } = await send('GET', path)
      assert.match(headers.get('content-security-policy')!, /default-src 'self'.*frame-ancestors 'none'/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'same-origin')
      assert.match(headers.get('x-request-id')!, /^[\w-]{36}$/)
    }
  })

  test('at an unknown address is a problem', async () => {
    await using house = await scratchHouse()
    const { send } = await notesApp(house)
    const answer = await send('DELETE', '/api/v1/notes/x?lang=en')
    assert.equal(answer.status, 404)
    assert.deepEqual(await answer.json(), {
      type: 'urn:songma:problem:route.notFound',
      title: 'Not found',
      status: 404,
      code: 'route.notFound',
      detail: 'There is nothing at this address.',
      errors: [],
    })
  })
})

describe('a write sent by a browser', () => {
  const cases: [string, Record<string, string>, number][] = [
    ['from a page of this server', { 'sec-fetch-site': 'same-origin' }, 200],
    ['typed or bookmarked', { 'sec-fetch-site': 'none' }, 200],
    ['from a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['over plain http from this server', { origin: 'http://songma.vn', host: 'songma.vn' }, 200],
    ['over plain http from another site', { origin: 'http://evil.example', host: 'songma.vn' }, 403],
    ['from a page without an origin', { origin: 'null', host: 'songma.vn' }, 403],
    ['(no browser at all)', {}, 200],
  ]
  for (const [where, headers, status] of cases)
    test(`${where} is ${status === 200 ? 'taken' : 'refused'}`, async () => {
      await using house = await scratchHouse()
      const { send } = await notesApp(house)
      const answer = await send('PUT', '/api/v1/notes/x', { as: 'clerk', body: { text: '1' }, headers })
      assert.equal(answer.status, status)
    })

  test('is not asked where it came from when it only reads', async () => {
    await using house = await scratchHouse()
    const { send } = await notesApp(house)
    const headers = { 'sec-fetch-site': 'cross-site' }
    assert.equal((await send('GET', '/api/v1/notes/x', { headers })).status, 200)
  })
})

describe('GET /healthz', () => {
  test('is 200 while the database answers', async () => {
    await using house = await scratchHouse()
    const answer = await (await notesApp(house)).send('GET', '/healthz')
    assert.equal(answer.status, 200)
    assert.deepEqual(await answer.json(), { status: 'ok' })
  })

  test('is 503 when it does not, and the log says why', async () => {
    const house = await openTestDatabase()
    const { send, log } = await notesApp(house)
    await house.close()
    const answer = await send('GET', '/healthz')
    assert.equal(answer.status, 503)
    assert.equal(((await answer.json()) as { code: string }).code, 'server.unavailable')
    assert.equal(log.length, 1)
  })
})
