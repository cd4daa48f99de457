import type { Day } from '#kernel/day.ts'
import type { Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission } from '#platform/http/endpoint.ts'

/** Who asks, on which day, and for which line of work. */
export type Asker = { actor: Actor; today: Day; field: string | null }

/**
 * Those of `ids` at which somebody holds a permission. Asked from above: whoever holds it over all of them is asked
 * once, and nobody is asked about who holds it nowhere.
 *
 * @param ids units of the tree; others are asked about one by one.
 */
export async function listAllowed(
  db: Db,
  { actor, today, field }: Asker,
  permission: Permission,
  tree: Tree,
  ids: readonly number[],
): Promise<Set<number>> {
  const allowed = new Set<number>()
  const may = (unit: number) => actor.may(db, permission, { unit, ...(field && { field }) }, today)
  if (ids.length === 0 || !(await actor.may(db, permission, 'somewhere', today))) return allowed
  for (const id of ids) if (!tree.units.has(id) && (await may(id))) allowed.add(id)

  const ask = async (unit: number, below: readonly number[]): Promise<void> => {
    if (await may(unit)) for (const id of below) allowed.add(id)
    else {
      const groups = Map.groupBy(below, (id) => (id === unit ? unit : childTowards(tree, unit, id)))
      for (const [child, list] of groups) if (child !== unit) await ask(child, list)
    }
  }
  const inside = ids.filter((id) => tree.units.has(id))
  const top = tree.lowestCommon(inside)
  if (top !== null) await ask(top, inside)
  else for (const [root, list] of Map.groupBy(inside, (id) => rootOf(tree, id))) await ask(root, list)
  return allowed
}

/** The child of `top` that stands above `id`, or is it. */
function childTowards(tree: Tree, top: number, id: number): number {
  const above = tree.parent(id)!
  return above === top ? id : childTowards(tree, top, above)
}

function rootOf(tree: Tree, id: number): number {
  const above = tree.parent(id)
  return above === null ? id : rootOf(tree, above)
}
