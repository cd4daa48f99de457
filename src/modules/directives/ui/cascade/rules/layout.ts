// Where the boxes of a cascade stand: the farther down, the farther right, what belongs together one below the other. Pure.

import type { CascadeNode } from '../../../api/register.ts'

export const BOX = { width: 208, height: 52 }
const GAP = { x: 64, y: 14 }

export type Placed<N> = { node: N; x: number; y: number }
/** From the right edge of a parent to the left edge of what implements it. */
export type Edge = { from: string; to: string; source: [number, number]; target: [number, number] }
export type Layout<N> = { boxes: Placed<N>[]; edges: Edge[]; width: number; height: number }

type Node = Pick<CascadeNode, 'id' | 'parents'>

/**
 * Each node once, one column right of the farthest that it implements. Leaves stand in rows of their own; a parent
 * stands beside the first of those that hang on it, so that the one asked for is at the top. A node with several parents
 * hangs on the farthest, and has a line to each that is not reached through another.
 */
export function layOut<N extends Node>(nodes: readonly N[]): Layout<N> {
  const direct = new Map(nodes.map((node) => [node.id, node.parents]))
  const columns = columnsOf(direct)
  const nearest = ({ parents }: N) =>
    parents.toSorted((one, other) => (columns.get(other) ?? -1) - (columns.get(one) ?? -1))[0]
  const children = Map.groupBy(nodes, nearest)
  const rows = new Map<string, number>()
  let next = 0
  const place = ({ id }: N): void => {
    if (rows.has(id)) return
    rows.set(id, next)
    for (const child of children.get(id) ?? []) place(child)
    // Nothing was placed below it: the row is its own
    if (rows.get(id) === next) next++
  }
  for (const node of nodes) place(node)
  const boxes = nodes.map((node) => ({
    node,
    x: columns.get(node.id)! * (BOX.width + GAP.x),
    y: rows.get(node.id)! * (BOX.height + GAP.y),
  }))
  return { boxes, edges: edgesOf(boxes, direct), ...sizeOf(boxes) }
}

type Parents = ReadonlyMap<string, readonly string[]>

/** The longest way from a node that implements nothing here; a ring of directives counts once around. */
function columnsOf(direct: Parents): Map<string, number> {
  const columns = new Map<string, number>()
  const columnOf = (id: string, way: ReadonlySet<string>): number => {
    const held = columns.get(id)
    if (held !== undefined) return held
    const above = (direct.get(id) ?? []).filter((one) => direct.has(one) && !way.has(one))
    const column = Math.max(-1, ...above.map((one) => columnOf(one, new Set([...way, id])))) + 1
    columns.set(id, column)
    return column
  }
  for (const id of direct.keys()) columnOf(id, new Set([id]))
  return columns
}

/** All that a node rests on, near and far. */
function aboveOf(id: string, direct: Parents): Set<string> {
  const found = new Set<string>()
  const waiting = [...(direct.get(id) ?? [])]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one)) continue
    found.add(one)
    waiting.push(...(direct.get(one) ?? []))
  }
  return found
}

function edgesOf<N extends Node>(boxes: readonly Placed<N>[], direct: Parents): Edge[] {
  const byId = new Map(boxes.map((box) => [box.node.id, box]))
  return boxes.flatMap(({ node, x, y }) =>
    node.parents.flatMap((from) => {
      const parent = byId.get(from)
      const isNear = !node.parents.some((other) => other !== from && aboveOf(other, direct).has(from))
      if (!parent || !isNear) return []
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
