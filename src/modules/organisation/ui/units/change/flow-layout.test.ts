import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChangeNode } from '../../../api/unit-changes.ts'
import { layFlows } from './flow-layout.ts'

const node = (id: string, value: string | null): ChangeNode => ({
  ...{ id, code: id, name: id, kind: 'xã', level: 1, parent: null, what: 'stays' as const, value },
})
const flow = (from: string, into: string, share: string | null = '1') => ({
  from,
  into,
  share,
  kind: 'merge' as const,
})

test('units stand beside what they become, and nothing overlaps', () => {
  const { before, after, height } = layFlows(
    {
      before: ['a', 'b', 'c', 'd'].map((id) => node(id, '1')),
      after: [node('y', '1'), node('x', '3')],
      flows: [flow('a', 'x'), flow('b', 'x'), flow('c', 'y'), flow('d', 'x')],
    },
    100,
  )
  assert.deepEqual(
    before.map((placed) => placed.node.id),
    ['c', 'a', 'b', 'd'],
  )
  for (const side of [before, after])
    for (const [at, placed] of side.entries())
      assert.ok(placed.top + placed.height <= (side[at + 1]?.top ?? height), placed.node.id)
})

test('a ribbon is as thick where it ends as where it begins, by the value that passes', () => {
  const { ribbons } = layFlows(
    {
      before: [node('a', '80'), node('b', '20')],
      after: [node('x', '60'), node('y', '40')],
      flows: [flow('a', 'x', '0.5'), flow('a', 'y', '0.5'), flow('b', 'x')],
    },
    100,
  )
  const ends = ribbons.map(({ path }) => {
    const [y1, , , , , , y2, bottom] = path
      .match(/-?\d+(\.\d+)?/g)!
      .slice(1)
      .map(Number)
    assert.ok(y1 !== undefined && y2 !== undefined)
    return bottom! - y2!
  })
  assert.equal(ends.length, 3)
  assert.ok(Math.abs(ends[0]! - ends[1]!) < 0.2)
  assert.ok(Math.abs(ends[2]! - ends[0]! / 2) < 0.2)
})

test('a unit that nothing succeeds stands by itself, without a ribbon', () => {
  const { before, ribbons } = layFlows({ before: [node('a', null)], after: [], flows: [] }, 100)
  assert.deepEqual([before.length, ribbons.length], [1, 0])
})
