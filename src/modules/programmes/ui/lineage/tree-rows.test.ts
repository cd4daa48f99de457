import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LineageLeaf, LineageNode } from '../../api/lineage.ts'
import { moveInTree, treeRows } from './tree-rows.ts'

const unit = (code: string) => ({ id: code, code, name: code })
const leaf = (code: string, value: string): LineageLeaf => ({
  indicator: 'i',
  unit: unit(code),
  value,
  report: null,
  evidence: [],
})
const node = (code: string, parts: LineageNode['parts']): LineageNode => ({
  key: null,
  indicator: 'i',
  unit: unit(code),
  period: '2021',
  value: null,
  formula: null,
  parts,
})
const told = (rows: ReturnType<typeof treeRows>) =>
  rows.map((row) =>
    row.kind === 'more' ? `+${row.count}` : row.kind === 'leaf' ? row.leaf.unit.code : row.node.unit.code,
  )
const many = node(
  'D',
  Array.from({ length: 20 }, (_, i) => leaf(`u${i}`, String(i))),
)

test('only open branches show their parts, the largest first', () => {
  const tree = node('P', [leaf('A', '2'), leaf('B', '10')])
  assert.deepEqual(told(treeRows(tree, new Set(), new Set())), ['P'])
  assert.deepEqual(told(treeRows(tree, new Set(['0']), new Set())), ['P', 'B', 'A'])
})

test('of many parts the first twelve are shown, the others when they are asked for', () => {
  const rows = treeRows(many, new Set(['0']), new Set())
  assert.equal(told(rows).at(-1), '+8')
  assert.equal(rows.at(-1)!.siblings, 13)
  assert.equal(treeRows(many, new Set(['0']), new Set(['0'])).length, 21)
})

test('arrows walk the lines, open and close branches, and lead back to what a line is part of', () => {
  const rows = treeRows(node('P', [leaf('A', '2'), node('D', [leaf('C', '1')])]), new Set(['0']), new Set())
  assert.deepEqual(moveInTree('ArrowDown', rows, 0), { to: 1 })
  assert.deepEqual(moveInTree('ArrowRight', rows, 2), { open: '0.1' })
  assert.deepEqual(moveInTree('ArrowLeft', rows, 2), { to: 0 })
  assert.deepEqual(moveInTree('ArrowLeft', rows, 0), { close: '0' })
  assert.deepEqual(moveInTree('End', rows, 0), { to: 2 })
  assert.equal(moveInTree('x', rows, 0), undefined)
})
