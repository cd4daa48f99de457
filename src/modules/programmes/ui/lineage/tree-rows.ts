// The lines of a lineage that are in view, from a tree of which some branches are open.

import type { LineageLeaf, LineageNode } from '../../api/lineage.ts'

export type TreeRow = {
  /** Where it stands: places of parts from the top, `0.3.1`. */
  path: string
  depth: number
  /** How many stand beside it, and its place among them, from 1. */
  siblings: number
  place: number
} & (
  | { kind: 'node'; node: LineageNode; isOpen: boolean }
  /** `isOwn`: of the very unit that it is a part of, which need not be named again. */
  | { kind: 'leaf'; leaf: LineageLeaf; isOwn: boolean }
  /** In the place of parts that are not shown yet: how many, and what they come to. */
  | { kind: 'more'; count: number; parent: string }
)

/** Parts shown at once below one; the others come when they are asked for. */
const SHOWN = 12

export const isLeaf = (part: LineageNode | LineageLeaf): part is LineageLeaf => !('parts' in part)

/** @param open paths of open branches. @param whole paths whose parts are all shown. */
export function treeRows(top: LineageNode, open: ReadonlySet<string>, whole: ReadonlySet<string>): TreeRow[] {
  const visit = (
    part: LineageNode | LineageLeaf,
    path: string,
    depth: number,
    siblings: number,
    place: number,
    above: string,
  ): TreeRow[] => {
    const at = { path, depth, siblings, place }
    if (isLeaf(part)) return [{ ...at, kind: 'leaf', leaf: part, isOwn: part.unit.id === above }]
    const isOpen = open.has(path)
    const row: TreeRow = { ...at, kind: 'node', node: part, isOpen }
    if (!isOpen) return [row]
    const parts = byValue(part.parts)
    const shown = whole.has(path) || parts.length <= SHOWN + 1 ? parts : parts.slice(0, SHOWN)
    const rest = parts.length - shown.length
    const count = shown.length + (rest > 0 ? 1 : 0)
    const below = shown.flatMap((one, i) => visit(one, `${path}.${i}`, depth + 1, count, i + 1, part.unit.id))
    const more: TreeRow = {
      path: `${path}.more`,
      depth: depth + 1,
      siblings: count,
      place: count,
      kind: 'more',
      count: rest,
      parent: path,
    }
    return [row, ...below, ...(rest > 0 ? [more] : [])]
  }
  return visit(top, '0', 1, 1, 1, '')
}

/** The largest first; parts of a formula keep the order they have there. */
function byValue(parts: LineageNode['parts']): LineageNode['parts'] {
  const isFormula = new Set(parts.map(({ indicator }) => indicator)).size > 1
  if (isFormula) return parts
  return [...parts].sort((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0))
}

/** What a key does in the tree: go to a line, or open or close a branch. Undefined for other keys. */
export function moveInTree(
  key: string,
  rows: readonly TreeRow[],
  at: number,
): { to: number } | { open: string } | { close: string } | undefined {
  const row = rows[at]
  if (!row) return undefined
  if (key === 'ArrowDown') return { to: Math.min(at + 1, rows.length - 1) }
  if (key === 'ArrowUp') return { to: Math.max(at - 1, 0) }
  if (key === 'Home') return { to: 0 }
  if (key === 'End') return { to: rows.length - 1 }
  if (key === 'ArrowRight' && row.kind === 'node') return row.isOpen ? { to: at + 1 } : { open: row.path }
  if (key !== 'ArrowLeft') return undefined
  if (row.kind === 'node' && row.isOpen) return { close: row.path }
  const parent = rows.findLastIndex((other, i) => i < at && other.depth < row.depth)
  return parent < 0 ? undefined : { to: parent }
}
