import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { country, DAYS, settle } from '../../../../test/invented-country.ts'
import { countUnits } from './count.ts'
import { buildTree, type TreeRow } from './tree.ts'

const unit = (id: number, code: string, parentId: number | null, kind = 'xã'): TreeRow => ({
  id,
  code,
  name: code,
  nameEn: null,
  kind,
  parentId,
  validFrom: '-infinity',
  validTo: 'infinity',
})
const rows = [
  unit(6, '04', 2),
  unit(1, '14', null, 'tỉnh'),
  unit(2, '126', 1, 'huyện'),
  unit(3, '127', 1, 'huyện'),
  unit(4, '02', 2),
  unit(5, '03', 2),
  unit(7, '11', null, 'tỉnh'),
]
const tree = buildTree('2021-12-31', 'state', rows)

test('a tree answers in the order of codes, parents before children', () => {
  assert.deepEqual(tree.roots, [7, 1])
  assert.deepEqual(tree.children(2), [4, 5, 6])
  assert.deepEqual(tree.subtree(1), [1, 2, 4, 5, 6, 3])
  assert.deepEqual(tree.subtree(4), [4])
})

test('levels count from 1 at a root', () => {
  assert.deepEqual([1, 2, 4].map(tree.level), [1, 2, 3])
  assert.deepEqual([1, 2, 4].map(tree.parent), [null, 1, 2])
  assert.equal(tree.units.get(4)!.level, 3)
})

test('a unit without anyone below it is a leaf, whatever its level', () => {
  assert.deepEqual([1, 3, 4, 7].map(tree.isLeaf), [false, true, true, true])
  assert.deepEqual([1, 2, 3, 7].map(tree.leafCount), [4, 3, 1, 1])
})

const commons: [ids: number[], common: number | null][] = [
  [[4], 4],
  [[4, 5], 2],
  [[4, 2], 2],
  [[2, 4], 2],
  [[4, 5, 3], 1],
  [[4, 7], null],
  [[], null],
]
for (const [ids, common] of commons)
  test(`the lowest unit that holds ${ids.join(', ') || 'nobody'} is ${common ?? 'no single one'}`, () =>
    assert.equal(tree.lowestCommon(ids), common))

test('who does not stand in the tree that day cannot be asked about', () => {
  assert.throws(() => tree.level(99), /Unit 99 does not stand in the state tree of 2021-12-31/)
})

test('counts go by level and by kind, the most frequent kind first', () => {
  const counts = countUnits(tree)
  assert.deepEqual(counts, {
    on: '2021-12-31',
    total: 7,
    byLevel: { 1: 2, 2: 2, 3: 3 },
    byKind: { xã: 3, huyện: 2, tỉnh: 2 },
  })
  assert.deepEqual(Object.keys(counts.byKind), ['xã', 'huyện', 'tỉnh'])
})

test('on every day each unit stands in the subtree of all above it, and of nobody else', () => {
  fc.assert(
    fc.property(country, fc.constantFrom(...DAYS), (told, day) => {
      const { treeOn } = settle(told)
      const on = treeOn(day)
      assert.equal(on.roots.flatMap((root) => on.subtree(root)).length, on.units.size)
      for (const { id } of on.units.values()) {
        const line = [id]
        for (const above of line) line.push(...[on.parent(above)].filter((parent) => parent !== null))
        const holders = [...on.units.keys()].filter((other) => on.subtree(other).includes(id))
        assert.deepEqual(holders.sort(), line.sort())
      }
    }),
  )
})
