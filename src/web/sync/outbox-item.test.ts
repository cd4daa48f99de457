import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterRefusal, filesOf, type Item, sendable, withFiles } from './outbox-item.ts'

const item = (id: string, group: string, state: Item['state'], at: string): Item => ({
  id,
  group,
  state,
  at,
  label: id,
  unit: 'A',
  method: 'PUT',
  path: '/x',
  input: {},
  ifMatch: null,
  tried: false,
  problem: null,
})

test('items of a report go one after the other, and wait behind one that a person has to look at', () => {
  const items = [
    item('late', 'a', 'waiting', '3'),
    item('first', 'a', 'waiting', '1'),
    item('stuck', 'b', 'conflict', '1'),
    item('behind', 'b', 'waiting', '2'),
    item('again', 'c', 'sending', '2'),
  ]
  assert.deepEqual(
    sendable(items).map(({ id }) => id),
    ['first', 'again'],
  )
})

test('a refusal is final, a conflict is for a person, a tired server or a lost session is for later', () => {
  const after = (status: number) => afterRefusal({ status, code: '', title: '', detail: '', errors: [] })
  assert.deepEqual([401, 403, 404, 409, 412, 422, 429, 500, 503].map(after), [
    'later',
    'refused',
    'refused',
    'refused',
    'conflict',
    'refused',
    'later',
    'later',
    'later',
  ])
})

test('files that wait are named in an input, and renamed once the server has them', () => {
  const input = { values: [{ indicator: 'i', evidence: ['local:f1', '77'] }], note: 'local:f2 is text' }
  assert.deepEqual(filesOf(input), ['f1'])
  assert.deepEqual(withFiles(input, new Map([['f1', '12']])), {
    values: [{ indicator: 'i', evidence: ['12', '77'] }],
    note: 'local:f2 is text',
  })
})
