import assert from 'node:assert/strict'
import { test } from 'node:test'
import { did, NO_PAST, redo, type Step, undo } from './undo.ts'

const step = (before: string | null, after: string | null): Step => [
  { row: 0, col: 0, before: { value: before }, after: { value: after } },
]

test('steps are taken back one by one, and done again', () => {
  const past = did(did(NO_PAST, step(null, '1')), step('1', '2'))
  const back = undo(past)!
  assert.deepEqual(back.step, step('2', '1'))
  const forth = redo(back.past)!
  assert.deepEqual(forth.step, step('1', '2'))
  assert.deepEqual(forth.past, past)
  assert.equal(undo(undo(back.past)!.past), null)
})

test('a new step makes what was undone unreachable', () => {
  const back = undo(did(NO_PAST, step(null, '1')))!
  assert.equal(redo(did(back.past, step(null, '5'))), null)
})

test('the cells of a paste are taken back in the opposite order', () => {
  const paste: Step = [...step(null, '1'), ...step('1', '2')]
  assert.deepEqual(
    undo(did(NO_PAST, paste))!.step.map(({ after }) => after.value),
    ['1', null],
  )
})

test('nothing is no step', () => {
  assert.equal(did(NO_PAST, []), NO_PAST)
})
