import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compareNames } from '#kernel/collate.ts'
import type { Unit } from '../../api.ts'
import { findUnits, indexTree, moveBy, rowsOf } from './tree-rows.ts'

const unit = (id: string, name: string, parentId: string | null): Unit => ({
  ...{ id, code: `c${id}`, name, nameEn: null, kind: 'xã', parentId },
  ...{ level: 1, validFrom: null, validTo: null },
})
const UNITS = [
  unit('1', 'Tỉnh Sơn La', null),
  unit('2', 'Huyện Sông Mã', '1'),
  unit('3', 'Huyện Mường La', '1'),
  unit('4', 'Xã Đứa Mòn', '2'),
  unit('5', 'Xã Dồm Cang', '2'),
]
const index = indexTree(UNITS, compareNames)
const names = (open: string[]) => rowsOf(index, new Set(open)).map(({ unit }) => unit.name)

describe('the tree on the screen', () => {
  test('shows what is open, siblings in Vietnamese order', () => {
    assert.deepEqual(names([]), ['Tỉnh Sơn La'])
    assert.deepEqual(names(['1']), ['Tỉnh Sơn La', 'Huyện Mường La', 'Huyện Sông Mã'])
    assert.deepEqual(names(['1', '2']).slice(3), ['Xã Dồm Cang', 'Xã Đứa Mòn'])
  })

  test('tells each line its place among its siblings', () => {
    const [, , district] = rowsOf(index, new Set(['1']))
    assert.deepEqual([district!.depth, district!.place, district!.siblings, district!.below], [2, 2, 2, 2])
  })

  test('finds names without tone marks, and opens the way to them', () => {
    const { found, open } = findUnits(UNITS, index, 'dua mon')
    assert.deepEqual([[...found], [...open].sort()], [['4'], ['1', '2']])
    assert.deepEqual([...findUnits(UNITS, index, 'c5').found], ['5'])
  })

  test('shows of a search what was found and the way there, and all below it once it is opened', () => {
    const shown = (text: string, more: string[] = []) => {
      const search = findUnits(UNITS, index, text)
      return rowsOf(index, new Set([...search.open, ...more]), search).map(({ unit }) => unit.id)
    }
    assert.deepEqual(shown('dua mon'), ['1', '2', '4'])
    assert.deepEqual(shown('huyen song'), ['1', '2'])
    assert.deepEqual(shown('huyen song', ['2']), ['1', '2', '5', '4'])
  })
})

describe('the arrows', () => {
  const rows = rowsOf(index, new Set(['1', '2']))
  test('open, go in, go out and close', () => {
    assert.deepEqual(moveBy('ArrowRight', rowsOf(index, new Set()), 0), { open: '1' })
    assert.deepEqual(moveBy('ArrowRight', rows, 0), { to: 1 })
    assert.deepEqual(moveBy('ArrowLeft', rows, 3), { to: 2 })
    assert.deepEqual(moveBy('ArrowLeft', rows, 2), { close: '2' })
    assert.equal(moveBy('ArrowRight', rows, 4), null)
  })

  test('stop at both ends', () => {
    assert.deepEqual(moveBy('ArrowUp', rows, 0), { to: 0 })
    assert.deepEqual(moveBy('End', rows, 0), { to: 4 })
    assert.deepEqual(moveBy('ArrowDown', rows, 4), { to: 4 })
    assert.equal(moveBy('x', rows, 0), null)
  })
})
