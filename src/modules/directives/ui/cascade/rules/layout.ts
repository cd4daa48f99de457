// Where the boxes of a cascade stand: levels from left to right, what belongs together one below the other. Pure.

import type { CascadeNode } from '../../../api/register.ts'

export const BOX = { width: 208, height: 52 }
const GAP = { x: 64, y: 14 }

export type Placed<N> = { node: N; x: number; y: number }
/** From the right edge of a parent to the left edge of what implements it. */
export type Edge = { from: string; to: string; source: [number, number]; target: [number, number] }
export type Layout<N> = { boxes: Placed<N>[]; edges: Edge[]; width: number; height: number }

type Node = Pick<CascadeNode, 'id' | 'level' | 'parents'>

/**
 * Each node once, in the column of its level. Leaves stand in rows of their own; a parent stands in the middle of those
 * that it is the first parent of. A node with several parents stands with the first and has a line to each.
 */
export function layOut<N extends Node>(nodes: readonly N[]): Layout<N> {
  const children = Map.groupBy(
    nodes.filter(({ parents }) => parents.length > 0),
    ({ parents }) => parents[0],
  )
  const rows = new Map<string, number>()
  let next = 0
  const place = ({ id }: N): number => {
    const held = rows.get(id)
    if (held !== undefined) return held
    // Named first, so that a ring of directives that implement one another ends
    rows.set(id, next)
    const below = (children.get(id) ?? []).filter((child) => !rows.has(child.id)).map(place)
    const row = below.length === 0 ? next++ : (below[0]! + below.at(-1)!) / 2
    rows.set(id, row)
    return row
  }
  for (const node of nodes) place(node)
  const boxes = nodes.map((node) => ({
    node,
    x: node.level * (BOX.width + GAP.x),
    y: rows.get(node.id)! * (BOX.height + GAP.y),
  }))
  return { boxes, edges: edgesOf(boxes), ...sizeOf(boxes) }
}

function edgesOf<N extends Node>(boxes: readonly Placed<N>[]): Edge[] {
  const byId = new Map(boxes.map((box) => [box.node.id, box]))
  return boxes.flatMap(({ node, x, y }) =>
    node.parents.flatMap((from) => {
      const parent = byId.get(from)
      if (!parent) return []
      const middle = BOX.height / 2
      return [
        {
          from,
          to: node.id,
          source: [parent.x + BOX.width, parent.y + middle] as [number, number],
          target: [x, y + middle] as [number, number],
        },
      ]
    }),
  )
}

const sizeOf = (boxes: readonly Placed<unknown>[]) => ({
  width: Math.max(0, ...boxes.map(({ x }) => x)) + BOX.width,
  height: Math.max(0, ...boxes.map(({ y }) => y)) + BOX.height,
})
