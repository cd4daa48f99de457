import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Item } from '#web/sync/outbox-item.ts'
import { recordVisit, type Visit } from '../../api/visits.ts'
import {
  boundIn,
  differing,
  draftIn,
  draftOf,
  missingIn,
  newFinding,
  rebase,
  waitingOf,
} from './visit-draft.ts'

const TODAY = '2022-03-01'
const planned = {
  record: null,
  found: [],
  inspectors: ['Lò Văn An'],
  site: 'Công trình nước sạch',
  plannedOn: '2022-02-27',
} as unknown as Visit

test('a visit to come begins today, with those who were to go', () => {
  const draft = draftOf(planned, TODAY)
  assert.deepEqual([draft.visitedOn, draft.place, draft.team], [TODAY, 'Công trình nước sạch', ['Lò Văn An']])
  assert.deepEqual(missingIn(draft, TODAY), [])
})

test('written up long after, it was on the day for which it was planned', () => {
  assert.equal(draftOf(planned, '2022-03-29').visitedOn, '2022-03-29')
  assert.equal(draftOf(planned, '2022-03-30').visitedOn, '2022-02-27')
})

test('what is missing is told before it is sent', () => {
  const draft = { ...draftOf(planned, TODAY), visitedOn: '2022-03-02', team: [], findings: [newFinding('a')] }
  assert.deepEqual(missingIn(draft, TODAY), ['day', 'team', 'text'])
})

test('a recorded visit opens as it was recorded, files by their names at the server', () => {
  const file = { id: 'f1', name: 'x.jpg' }
  const record = {
    visitedOn: TODAY,
    place: 'p',
    position: null,
    team: ['A'],
    met: ['B'],
    summary: 's',
    files: [file],
  }
  const finding = {
    ...newFinding('k'),
    text: 't',
    files: [{ ...file, id: 'f2' }],
    duty: null,
    rechecks: [{}],
  }
  const visit = { ...planned, record, found: [finding] } as unknown as Visit
  const draft = draftOf(visit, '2022-04-01')
  assert.deepEqual([draft.visitedOn, draft.files, draft.findings[0]!.files], [TODAY, ['f1'], ['f2']])
  assert.deepEqual([...boundIn(visit)], ['k'])
})

test('what waits is shown again: the one that a person must look at first, else the latest', () => {
  const item = (id: string, state: Item['state'], visit = '7') =>
    ({ id, state, path: recordVisit.path, input: { id: visit, summary: id } }) as unknown as Item
  const other = { ...item('x', 'waiting'), path: '/api/v1/files' } as Item
  assert.equal(waitingOf([item('a', 'waiting', '8'), other], '7'), undefined)
  assert.equal(waitingOf([item('a', 'waiting'), item('b', 'waiting')], '7')!.id, 'b')
  assert.equal(waitingOf([item('a', 'conflict'), item('b', 'waiting')], '7')!.id, 'a')
  assert.deepEqual(draftIn(item('a', 'waiting')), { summary: 'a' })
})

test('two records differ in the parts that differ', () => {
  const draft = draftOf(planned, TODAY)
  assert.deepEqual(differing(draft, { ...draft }), [])
  assert.deepEqual(differing(draft, { ...draft, summary: 'x', met: ['B'] }), ['met', 'summary'])
})

test('written on while it was being sent, its photos are called as the server calls them', () => {
  const blank = draftOf(planned, TODAY)
  const own = {
    ...blank,
    files: ['local:1', 'local:2'],
    findings: [{ ...newFinding('k'), files: ['local:3'] }],
  }
  const base = { ...blank, files: ['f1'], findings: [{ ...newFinding('k'), files: ['f3'] }] }
  const rebased = rebase(own, new Set(['local:1', 'local:3']), base)
  assert.deepEqual(rebased.files, ['local:2', 'f1'])
  assert.deepEqual(rebased.findings[0]!.files, ['f3'])
})
