import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOX, layOut } from './layout.ts'

const node = (id: string, level: number, ...parents: string[]) => ({ id, level, parents })
const at = (nodes: ReturnType<typeof node>[]) =>
  new Map(layOut(nodes).boxes.map(({ node: { id }, x, y }) => [id, { x, y }]))

test('levels stand from left to right, and a parent beside the first that implements it', () => {
  const boxes = at([node('a', 0), node('b', 1, 'a'), node('c', 1, 'a'), node('d', 1, 'a')])
  assert.ok(boxes.get('b')!.x > boxes.get('a')!.x + BOX.width)
  assert.equal(boxes.get('b')!.x, boxes.get('d')!.x)
  assert.equal(boxes.get('a')!.y, boxes.get('b')!.y)
})

test('no two boxes lie over each other', () => {
  const nodes = [
    node('a', 0),
    ...['b', 'c'].map((id) => node(id, 1, 'a')),
    ...['d', 'e', 'f'].map((id) => node(id, 2, 'b')),
    node('g', 2, 'c', 'b'),
  ]
  const { boxes, width, height } = layOut(nodes)
  for (const one of boxes)
    for (const other of boxes)
      if (one !== other && one.x === other.x) assert.ok(Math.abs(one.y - other.y) >= BOX.height)
  for (const { x, y } of boxes) assert.ok(x + BOX.width <= width && y + BOX.height <= height)
})

test('a node with two parents stands once and has a line to each', () => {
  const { boxes, edges } = layOut([
    node('a', 0),
    node('b', 1, 'a'),
    node('c', 1, 'a'),
    node('d', 2, 'b', 'c'),
  ])
  assert.equal(boxes.length, 4)
  assert.deepEqual(
    edges.filter(({ to }) => to === 'd').map(({ from }) => from),
    ['b', 'c'],
  )
})

test('a ring ends, a parent that is not told has no line, and one alone is a picture', () => {
  assert.equal(layOut([node('a', 0, 'b'), node('b', 1, 'a')]).boxes.length, 2)
  assert.equal(layOut([node('a', 0, 'gone')]).edges.length, 0)
  assert.deepEqual([layOut([node('a', 0)]).width, layOut([node('a', 0)]).height], [BOX.width, BOX.height])
})

test('a plan that answers both a conclusion and the plan above it stands under that plan, with one line', () => {
  const nodes = [node('a', 0), node('b', 1, 'a'), node('c', 1, 'a', 'b'), node('d', 1, 'a', 'b')]
  const boxes = at(nodes)
  assert.ok(boxes.get('c')!.x > boxes.get('b')!.x)
  assert.notEqual(boxes.get('c')!.y, boxes.get('d')!.y)
  const lines = layOut(nodes).edges.map(({ from, to }) => `${from}${to}`)
  assert.deepEqual(lines, ['ab', 'bc', 'bd'])
})
