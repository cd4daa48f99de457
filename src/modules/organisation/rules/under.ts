import type { Tree } from './tree.ts'

/** Which units below one: those directly below, or those that have nobody below themselves. */
export type Below = 'children' | 'leaves'

/** By code; none below a unit that is not in the tree. @param owner null: below all roots together. */
export function unitsUnder(tree: Tree, owner: number | null, below: Below): readonly number[] {
  if (owner !== null && !tree.units.has(owner)) return []
  if (below === 'children') return owner === null ? tree.roots : tree.children(owner)
  const inside = owner === null ? [...tree.units.keys()] : tree.subtree(owner)
  return inside.filter((id) => id !== owner && tree.isLeaf(id)).sort(byCode(tree))
}

/** In the order of codes, as all lists of units. */
export const byCode = (tree: Tree) => (a: number, b: number) =>
  (tree.units.get(a)?.code ?? '') < (tree.units.get(b)?.code ?? '') ? -1 : 1
