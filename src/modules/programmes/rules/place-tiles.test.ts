import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoNeighbours } from '../../../../test/portal-facts.ts'
import { placeTiles } from './place-tiles.ts'
import { narrowest, type Tile, touching, touchingPairs } from './tiles.ts'

const pairs = demoNeighbours()
const codes = [...new Set(pairs.flat())]

describe('bricks placed from neighbours alone', () => {
  const tiles = placeTiles(codes, pairs)

  test('let at least as many true neighbours touch as the map drawn by hand', () => {
    assert.ok(touchingPairs(tiles, pairs) >= 32, `${touchingPairs(tiles, pairs)} of ${pairs.length}`)
  })
  test('stand on one brick each, in rows shifted by half', () => {
    assert.equal(new Set([...tiles.values()].map(({ row, x }) => `${row} ${x}`)).size, codes.length)
    const parity = new Set([...tiles.values()].map(({ row, x }) => (x * 2 + row) % 2))
    assert.equal(parity.size, 1)
  })
  test('are the same for the same neighbours in another order', () => {
    const turned = placeTiles(
      [...codes].reverse(),
      [...pairs].reverse().map(([a, b]) => [b, a] as const),
    )
    assert.deepEqual(new Map([...turned].sort()), new Map([...tiles].sort()))
  })
  test('begin at the top left', () => {
    assert.equal(Math.min(...[...tiles.values()].map(({ row }) => row)), 0)
    assert.equal(Math.min(...[...tiles.values()].map(({ x }) => x)), 0)
  })
})

test('nobody to place gives an empty map; units that border nobody are placed as well', () => {
  assert.equal(placeTiles([], []).size, 0)
  assert.equal(placeTiles(['a', 'b', 'c'], [['a', 'b']]).size, 3)
})

test('turning a map to its narrowest side keeps who touches whom', () => {
  const line = new Map<string, Tile>(['a', 'b', 'c', 'd'].map((code, x) => [code, { row: 0, x }]))
  const turned = narrowest(line)
  assert.deepEqual([...turned.values()].map(({ row }) => row).sort(), [0, 1, 2, 3])
  assert.ok(touching(turned.get('a')!, turned.get('b')!) && touching(turned.get('c')!, turned.get('d')!))
  assert.ok(!touching(turned.get('a')!, turned.get('c')!))
})
