// Reading the lineage of a figure: which reports stand behind which of its parts.

import type { LineageLeaf, LineageNode } from '#modules/indicators/schema.ts'

const isLeaf = (part: LineageNode | LineageLeaf): part is LineageLeaf => 'evidence' in part

/** The reported indicators that a figure is computed from; itself when it is reported. */
const components = (node: LineageNode): LineageNode[] =>
  node.formula === null ? [node] : node.parts.flatMap((part) => (isLeaf(part) ? [] : components(part)))

const leaves = (part: LineageNode | LineageLeaf): LineageLeaf[] =>
  isLeaf(part) ? [part] : part.parts.flatMap(leaves)

/**
 * The leaves below the part of a figure that the unit with this code is, of all indicators it is computed from. A leaf
 * may be of another unit with the same code: the old one that the new one took over.
 */
export const leavesUnder = (figure: LineageNode, code: string): LineageLeaf[] =>
  components(figure)
    .flatMap(({ parts }) => parts)
    .filter(({ unit }) => unit.code === code)
    .flatMap(leaves)
