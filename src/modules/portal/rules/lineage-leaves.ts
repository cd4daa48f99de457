// Reading the lineage of a figure: which reports stand behind which of its parts.

import type { LineageLeaf, LineageNode } from '#modules/indicators/schema.ts'

const isLeaf = (part: LineageNode | LineageLeaf): part is LineageLeaf => 'evidence' in part

/** The reported indicators that a figure is computed from; itself when it is reported. */
const components = (node: LineageNode): LineageNode[] =>
  node.formula === null ? [node] : node.parts.flatMap((part) => (isLeaf(part) ? [] : components(part)))

const leaves = (part: LineageNode | LineageLeaf): LineageLeaf[] =>
  isLeaf(part) ? [part] : part.parts.flatMap(leaves)

/**
 * The leaves below each part of a figure, by the part's code, of all indicators the figure is computed from. A leaf may
 * be of another unit with the same code: the old one that the new one took over.
 */
export function leavesByPart(figure: LineageNode): Map<string, LineageLeaf[]> {
  const parts = components(figure).flatMap((node) => node.parts)
  const byCode = Map.groupBy(parts, ({ unit }) => unit.code)
  return new Map([...byCode].map(([code, same]) => [code, same.flatMap(leaves)]))
}
