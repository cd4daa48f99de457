import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Draft, type DraftEvent, draftAfter, emptyDraft, isReady, isSettled, saidOf } from './draft.ts'

const after = (...events: DraftEvent[]): Draft => events.reduce(draftAfter, emptyDraft('"1.1"'))
const say = (col: number, value: string | null): DraftEvent => ({ type: 'say', col, change: { value } })

test('what is said waits, is handed over, and is gone once the server has it', () => {
  const said = after(say(0, '5'), { type: 'say', col: 0, change: { comment: 'đo lại' } })
  assert.deepEqual(saidOf(said, 0), { value: '5', comment: 'đo lại' })
  assert.ok(isReady(said))
  const handed = draftAfter(said, { type: 'hand' })
  assert.deepEqual(saidOf(handed, 0), { value: '5', comment: 'đo lại' })
  assert.ok(!isReady(handed))
  const sent = draftAfter(handed, { type: 'sent', etag: '"1.2"' })
  assert.ok(isSettled(sent))
  assert.equal(sent.etag, '"1.2"')
})

test('what is typed while a write is under way goes with the next one, on top of its tag', () => {
  const draft = after(say(0, '5'), { type: 'hand' }, say(0, '6'), say(1, '7'), {
    type: 'sent',
    etag: '"1.2"',
  })
  assert.deepEqual(draft.dirty, { 0: { value: '6' }, 1: { value: '7' } })
  assert.ok(isReady(draft))
})

test('without a network it stays on the device and goes on growing', () => {
  const draft = after(say(0, '5'), { type: 'hand' }, { type: 'wait' }, say(1, '6'))
  assert.ok(isReady(draft))
  assert.deepEqual(draftAfter(draft, { type: 'hand' }).handed, { 0: { value: '5' }, 1: { value: '6' } })
})

test('a text that is no number is kept, never sent, and gone with the next one', () => {
  const wrong = after(say(0, '5'), { type: 'misread', col: 0, text: '1,2,0', fault: { code: 'number' } })
  assert.deepEqual(wrong.dirty, {})
  assert.equal(wrong.misread[0]?.text, '1,2,0')
  assert.ok(!isReady(wrong))
  assert.deepEqual(draftAfter(wrong, say(0, '120')).misread, {})
})

test('a refused cell stays with its reason and the others are said again', () => {
  const draft = after(
    say(0, '-1'),
    say(1, '7'),
    { type: 'hand' },
    {
      type: 'refuse',
      reason: 'Có 1 ô sai',
      faults: { 0: 'Ít nhất là 0' },
      entry: 'e',
    },
  )
  assert.deepEqual(draft.refused, { 0: { change: { value: '-1' }, reason: 'Ít nhất là 0' } })
  assert.deepEqual(draft.dirty, { 1: { value: '7' } })
  assert.deepEqual(saidOf(draft, 0), { value: '-1' })
  assert.ok(isReady(draft))
  assert.ok(!isSettled(draft))
})

test('when all of it is refused, or somebody wrote meanwhile, nothing goes on by itself', () => {
  const refused = after(
    say(0, '5'),
    { type: 'hand' },
    { type: 'refuse', reason: 'Kỳ đã khóa', faults: {}, entry: 'e' },
    say(1, '6'),
  )
  const clash = after(say(0, '5'), { type: 'hand' }, { type: 'clash', entry: 'e' }, say(1, '6'))
  for (const draft of [refused, clash]) {
    assert.ok(!isReady(draft))
    assert.deepEqual(saidOf(draft, 0), { value: '5' })
  }
})

test('a settled conflict keeps what the person chose, on top of what is there', () => {
  const clash = after(say(0, '5'), say(1, '6'), { type: 'hand' }, { type: 'clash', entry: 'e' })
  const mine = draftAfter(clash, { type: 'settle', etag: '"2.7"', keep: { 0: { value: '5' } } })
  assert.deepEqual([mine.etag, mine.dirty, mine.stage], ['"2.7"', { 0: { value: '5' } }, 'idle'])
  assert.ok(isSettled(draftAfter(clash, { type: 'settle', etag: '"2.7"', keep: {} })))
})

test('reading again takes the new tag, unless a write is under way', () => {
  assert.equal(after({ type: 'read', etag: '"9.9"' }).etag, '"9.9"')
  assert.equal(after(say(0, '5'), { type: 'hand' }, { type: 'read', etag: '"9.9"' }).etag, '"1.1"')
})
