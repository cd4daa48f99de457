import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { scratchHouse } from '../../../test/scratch.ts'
import { notesApp, received } from '../../../test/wrapper.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

async function problemOf(answer: Response) {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  return (await answer.json()) as {
    status: number
    code: string
    detail: string
    errors: { path: string; message: string }[]
  }
}

describe('reading the input', () => {
  test('takes path and query, in Vietnamese unless English is asked for', async () => {
    await using house = await scratchHouse()
    const { send } = await notesApp(house)
    assert.deepEqual(await (await send('GET', '/api/v1/notes/s%C3%B4ng?on=2021-02-28')).json(), {
      name: 'sông',
    })

    const told = async (query: string, headers = {}) => {
      const { errors } = await problemOf(
        await send('GET', `/api/v1/notes/x?on=2021-02-30${query}`, { headers }),
      )
      return errors
    }
    const vi = [{ path: 'on', message: 'Cần một ngày có thật, viết YYYY-MM-DD.' }]
    const en = [{ path: 'on', message: 'A real date is needed, written YYYY-MM-DD.' }]
    assert.deepEqual(await told(''), vi)
    assert.deepEqual(await told('', { 'accept-language': 'fr, vi;q=0.8, en;q=0.7' }), vi)
    assert.deepEqual(await told('', { 'accept-language': 'en-GB,en;q=0.9' }), en)
    assert.deepEqual(await told('&lang=en', { 'accept-language': 'vi' }), en)
  })

  test('names every field that is wrong, and what it must be', async () => {
    await using house = await scratchHouse()
    const { send } = await notesApp(house)
    const query = await problemOf(await send('GET', '/api/v1/notes/x?least=2&of=c&lang=en'))
    assert.equal(query.code, 'input.invalid')
    assert.deepEqual(query.errors, [
      { path: 'least', message: 'Must not be less than 3.' },
      { path: 'of', message: 'One of these values is needed: a, b.' },
    ])

    const body = { how: 5, extra: true, more: 1 }
    const { errors } = await problemOf(await send('PUT', '/api/v1/notes/x?lang=en', { as: 'clerk', body }))
    assert.deepEqual(errors, [
      { path: 'text', message: 'This field is missing.' },
      { path: 'how', message: 'Wrong type: a text is needed.' },
      { path: '', message: 'There is no field called: extra, more.' },
    ])
  })

  for (const [what, body, headers, status, code] of [
    ['half a JSON document', '{"text":', JSON_TYPE, 400, 'input.malformed'],
    ['a list where an object is needed', '[1]', JSON_TYPE, 400, 'input.malformed'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), JSON_TYPE, 400, 'input.malformed'],
    ['a text that no database holds', '{"text":"\\u0000"}', JSON_TYPE, 400, 'input.malformed'],
    ['half a surrogate pair', '{"text":"\\ud83d"}', JSON_TYPE, 400, 'input.malformed'],
    ['a form', 'text=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'input.mediaType'],
    ['more than a megabyte', `{"text":"${'x'.repeat(1_000_001)}"}`, JSON_TYPE, 413, 'input.tooLarge'],
  ] as const)
    test(`refuses ${what}`, async () => {
      await using house = await scratchHouse()
      const { send, names } = await notesApp(house)
      const answer = await send('PUT', '/api/v1/notes/x', { as: 'clerk', body, headers })
      assert.equal(answer.status, status)
      assert.equal((await problemOf(answer)).code, code)
      assert.deepEqual(await names(), [])
    })

  test('lets the path decide when the body says otherwise', async () => {
    await using house = await scratchHouse()
    const { send, names } = await notesApp(house)
    await send('PUT', '/api/v1/notes/here', { as: 'clerk', body: { name: 'there', text: '1' } })
    assert.deepEqual(await names(), ['here'])
  })
})

describe('permission and place', () => {
  test('a stranger is asked to sign in before the input is looked at', async () => {
    await using house = await scratchHouse()
    const { send } = await notesApp(house)
    const answer = await send('PUT', '/api/v1/notes/x', { body: '{', headers: JSON_TYPE })
    assert.equal(answer.status, 401)
    assert.equal((await problemOf(answer)).code, 'auth.required')
  })

  test('who holds the permission elsewhere is refused, and nothing is written', async () => {
    await using house = await scratchHouse()
    const { send, names } = await notesApp(house)
    assert.equal((await send('PUT', '/api/v1/notes/x', { as: 'outsider', body: { text: '1' } })).status, 403)
    assert.equal((await send('PUT', '/api/v1/notes/x', { as: 'clerk', body: { text: '1' } })).status, 200)
    assert.deepEqual(await names(), ['x'])
  })

  test('only who may see everything is told that a thing does not exist', async () => {
    await using house = await scratchHouse()
    const { send } = await notesApp(house)
    const status = async (as: string, name: string) =>
      (await send('GET', `/api/v1/secrets/${name}`, { as })).status
    assert.equal(await status('office', 'absent'), 404)
    assert.equal(await status('outsider', 'absent'), 403)
    assert.equal(await status('outsider', 'present'), 403)
    assert.equal(await status('office', 'present'), 200)
  })
})

describe('a write', () => {
  const put = { as: 'clerk' }

  test('that leaves no audit entry is a bug: rolled back, logged with the request id, told without words', async () => {
    await using house = await scratchHouse()
    const { send, names, log } = await notesApp(house)
    const answer = await send('PUT', '/api/v1/notes/x', { ...put, body: { text: '1', how: 'silent' } })
    assert.equal(answer.status, 500)
    assert.deepEqual(await names(), [])
    assert.equal(log.length, 1)
    assert.match(log[0]!, /wrote without an audit entry/)
    assert.ok(log[0]!.startsWith(answer.headers.get('x-request-id')!))
  })

  test('that fails unexpectedly says nothing of why to the caller', async () => {
    await using house = await scratchHouse()
    const { send, names, log } = await notesApp(house)
    const answer = await send('PUT', '/api/v1/notes/x', { ...put, body: { text: '1', how: 'bug' } })
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /secret/)
    assert.match(log[0]!, /the secret of the house/)
    assert.deepEqual(await names(), [])
  })

  for (const [how, status, kept] of [
    ['problem', 404, []],
    ['refuse', 404, ['x']],
    ['discard', 200, []],
    ['', 200, ['x']],
  ] as const)
    test(`that ends with ${how || 'an answer'} is ${kept.length ? 'kept' : 'rolled back'}`, async () => {
      await using house = await scratchHouse()
      const { send, names } = await notesApp(house)
      const answer = await send('PUT', '/api/v1/notes/x', { ...put, body: { text: '1', how } })
      assert.equal(answer.status, status)
      assert.deepEqual(await names(), kept)
      const entries = await house.db
        .selectFrom('audit_entries')
        .select(['actor', 'action', 'subject'])
        .execute()
      const expected = status === 200 && kept.length > 0
      assert.deepEqual(entries, expected ? [{ actor: 'clerk', action: 'note.write', subject: 'x' }] : [])
    })

  test('with a raw body is given the stream before the transaction, of any size, and lets it go afterwards', async () => {
    await using house = await scratchHouse()
    const { send } = await notesApp(house)
    const body = new Uint8Array(3_000_000)
    const answer = await send('POST', '/api/v1/files?kind=csv', { ...put, body })
    assert.deepEqual(await answer.json(), { kind: 'csv', bytes: 3_000_000, open: true })
    assert.deepEqual(received.at(-1), { bytes: 3_000_000, open: false })
  })
})
