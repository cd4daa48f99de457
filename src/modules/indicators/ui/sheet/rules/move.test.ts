import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockOf, isChosen, move, one, type Selected, type Stroke, spotsOf, turned } from './move.ts'

const BOUNDS = { rows: 20, cols: 6, page: 8 }
const at = (row: number, col: number) => one({ row, col })
const go = (from: Selected, stroke: Stroke) => {
  const moved = move(from, stroke, BOUNDS)
  return moved.kind === 'moved' ? moved.selected : moved.kind
}

test('arrows step, and stop at the edges', () => {
  assert.deepEqual(go(at(3, 3), { key: 'ArrowDown' }), at(4, 3))
  assert.deepEqual(go(at(3, 3), { key: 'ArrowLeft' }), at(3, 2))
  assert.deepEqual(go(at(0, 0), { key: 'ArrowUp' }), at(0, 0))
  assert.deepEqual(go(at(19, 5), { key: 'ArrowRight' }), at(19, 5))
})

test('Enter goes down and Tab right; Tab goes on in the next line and leaves behind the last cell', () => {
  assert.deepEqual(go(at(3, 3), { key: 'Enter' }), at(4, 3))
  assert.deepEqual(go(at(3, 3), { key: 'Enter', shift: true }), at(2, 3))
  assert.deepEqual(go(at(3, 5), { key: 'Tab' }), at(4, 0))
  assert.deepEqual(go(at(3, 0), { key: 'Tab', shift: true }), at(2, 5))
  assert.equal(go(at(19, 5), { key: 'Tab' }), 'leaves')
  assert.equal(go(at(0, 0), { key: 'Tab', shift: true }), 'leaves')
})

test('Home, End and pages, with Ctrl to the ends of the sheet', () => {
  assert.deepEqual(go(at(3, 3), { key: 'Home' }), at(3, 0))
  assert.deepEqual(go(at(3, 3), { key: 'End' }), at(3, 5))
  assert.deepEqual(go(at(3, 3), { key: 'Home', ctrl: true }), at(0, 0))
  assert.deepEqual(go(at(3, 3), { key: 'End', ctrl: true }), at(19, 5))
  assert.deepEqual(go(at(3, 3), { key: 'PageDown' }), at(11, 3))
  assert.deepEqual(go(at(3, 3), { key: 'PageUp' }), at(0, 3))
  assert.deepEqual(go(at(3, 3), { key: 'ArrowDown', ctrl: true }), at(19, 3))
})

test('Shift draws a block out from the cell, and the next plain key leaves the block', () => {
  const block = go(at(3, 3), { key: 'ArrowDown', shift: true }) as Selected
  const wider = go(block, { key: 'ArrowLeft', shift: true }) as Selected
  assert.deepEqual(wider, { at: { row: 3, col: 3 }, to: { row: 4, col: 2 } })
  assert.deepEqual(blockOf(wider), { top: 3, bottom: 4, left: 2, right: 3 })
  assert.equal(spotsOf(wider).length, 4)
  assert.ok(isChosen(wider, { row: 4, col: 3 }))
  assert.ok(!isChosen(wider, { row: 5, col: 3 }))
  assert.deepEqual(go(wider, { key: 'ArrowUp' }), at(2, 3))
})

test('letters are not movements', () => {
  assert.equal(go(at(3, 3), { key: 'a' }), 'none')
})

test('upright, lines and columns are exchanged', () => {
  assert.deepEqual(turned(at(3, 5)), at(5, 3))
})
