import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { keptHouse } from '../../../test/scratch.ts'
import { type Notes, notesApp } from '../../../test/wrapper.ts'
import { forgetKeys } from './store.ts'

// On a database where transactions run beside each other: on PostgreSQL the doubles below really meet.
describe('an idempotency key', () => {
  let notes: Notes
  before(async () => {
    notes = await notesApp(await keptHouse())
  })

  const put = (name: string, text: string, key: string, as = 'clerk') =>
    notes.send('PUT', `/api/v1/notes/${name}`, { as, body: { text }, headers: { 'idempotency-key': key } })
  const count = async (name: string) => (await notes.names()).filter((other) => other === name).length

  test('gives the first answer again, with its entity tag, and writes once', async () => {
    const first = await put('again', '7', 'k1')
    const second = await put('again', '7', 'k1')
    assert.deepEqual([first.status, second.status], [200, 200])
    assert.equal(first.headers.get('etag'), '"7"')
    assert.equal(second.headers.get('etag'), '"7"')
    assert.equal(await second.text(), await first.text())
    assert.equal(await count('again'), 1)
  })

  test('sent many times at once writes once, and all get the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => put('at-once', '1', 'k2')))
    assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]))
    assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1)
    assert.equal(await count('at-once'), 1)
    assert.deepEqual(notes.log, [])
  })

  test('with another body, or for another address, is a conflict', async () => {
    await put('one', '1', 'k3')
    for (const answer of [await put('one', '2', 'k3'), await put('two', '1', 'k3')]) {
      assert.equal(answer.status, 409)
      assert.equal(((await answer.json()) as { code: string }).code, 'idempotency.conflict')
    }
    assert.equal(await count('two'), 0)
  })

  test('belongs to an account: two clerks may use the same', async () => {
    assert.equal((await put('mine', '1', 'k4')).status, 200)
    assert.equal((await put('yours', '1', 'k4', 'office')).status, 200)
  })

  test('of a write that was refused is free again', async () => {
    assert.equal((await put('taken', '1', 'k5')).status, 200)
    assert.equal((await put('taken', '1', 'k6')).status, 409)
    assert.equal((await put('free', '1', 'k6')).status, 200)
  })

  test('of a refusal that was kept is free again too', async () => {
    const headers = { 'idempotency-key': 'k8' }
    const refused = (name: string) =>
      notes.send('PUT', `/api/v1/notes/${name}`, { as: 'clerk', body: { text: '1', how: 'refuse' }, headers })
    assert.equal((await refused('counted')).status, 404)
    assert.equal((await refused('counted-again')).status, 404)
    assert.equal((await count('counted')) + (await count('counted-again')), 2)
  })

  test('is asked for where the endpoint requires it, and must be printable', async () => {
    const post = (headers: Record<string, string>) =>
      notes.send('POST', '/api/v1/notes', { as: 'clerk', body: { name: 'posted' }, headers })
    const refused = await post({})
    assert.equal(refused.status, 400)
    assert.equal(((await refused.json()) as { code: string }).code, 'idempotency.missing')
    assert.equal((await post({ 'idempotency-key': 'k '.repeat(200) })).status, 400)

    const [first, second] = [await post({ 'idempotency-key': 'k7' }), await post({ 'idempotency-key': 'k7' })]
    assert.deepEqual([first.status, second.status], [204, 204])
    assert.equal(await second.text(), '')
  })

  test('is forgotten in time', async () => {
    const house = await keptHouse()
    const forget = (iso: string) => house.transact((tx) => forgetKeys(tx, new Date(iso)))
    assert.equal(await forget('2022-01-15T02:00:00Z'), 0)
    assert.ok((await forget('2022-01-15T02:00:01Z')) > 0)
    assert.equal((await put('again-later', '7', 'k1')).status, 200)
  })

  after(() => assert.deepEqual(notes.log, []))
})
