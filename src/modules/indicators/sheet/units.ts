// Which units a sheet or a board has rows for.

import type { Period } from '#kernel/period.ts'
import { loadCodes, loadTree, type Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { type Asker, listAllowed } from '../allowed.ts'
import { UnitProblem } from '../problems.ts'

/** Units in the order of the tree of the period's last day; those that ended before stand behind. */
export type Asked = { tree: Tree; units: number[] }

/** The unit with a code, in the tree of the period's last day. @throws as `unitsUnder` */
export async function findTop(
  db: Db,
  code: string,
  period: Period,
  asker: Omit<Asker, 'field'>,
): Promise<{ tree: Tree; top: number }> {
  const tree = await loadTree(db, period.endsOn)
  const top = (await loadCodes(db)).find(code, period)
  if (top === undefined || !tree.units.has(top)) throw await unknown(db, code, period, asker)
  return { tree, top }
}

/** Those below a unit that are to report, and those that reported although they were not asked. */
export const reportingUnits = (tree: Tree, top: number, reporters: ReadonlySet<number>): number[] =>
  tree.subtree(top).filter((id) => tree.isLeaf(id) || reporters.has(id))

/**
 * The units below one that are to report, the caller's own alone.
 *
 * @throws auth.forbidden when none of them is the caller's to read; unit.notFound for who may read everything.
 */
export async function unitsUnder(
  db: Db,
  code: string,
  period: Period,
  reporters: ReadonlySet<number>,
  asker: Asker,
): Promise<Asked> {
  const { tree, top } = await findTop(db, code, period, asker)
  const there = reportingUnits(tree, top, reporters)
  const allowed = await listAllowed(db, asker, 'report.read', tree, there)
  if (allowed.size === 0) throw AuthProblem.forbidden()
  return { tree, units: there.filter((id) => allowed.has(id)) }
}

/** The units with these codes. @throws as `unitsUnder`, when any of them is not the caller's to read. */
export async function unitsNamed(
  db: Db,
  codes: readonly string[],
  period: Period,
  asker: Asker,
): Promise<Asked> {
  const tree = await loadTree(db, period.endsOn)
  const finder = await loadCodes(db)
  const found: number[] = []
  for (const code of codes) {
    const id = finder.find(code, period)
    if (id === undefined) throw await unknown(db, code, period, asker)
    found.push(id)
  }
  const ids = [...new Set(found)]
  const allowed = await listAllowed(db, asker, 'report.read', tree, ids)
  if (ids.some((id) => !allowed.has(id))) throw AuthProblem.forbidden()
  const order = new Map([...tree.units.keys()].map((id, n) => [id, n]))
  return { tree, units: ids.sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || a - b) }
}

/** Who may read everything is told what is not there; everybody else only that they may not. */
async function unknown(db: Db, code: string, period: Period, { actor, today }: Omit<Asker, 'field'>) {
  const mayKnow = await actor.may(db, 'report.read', 'everywhere', today)
  return mayKnow ? UnitProblem.notFound({ code, on: period.endsOn }) : AuthProblem.forbidden()
}

/** The page after a unit (its id; undefined: the first), and the cursor of the next one. */
export function pageOf(units: readonly number[], after: string | undefined, limit: number) {
  const from = after === undefined ? 0 : units.indexOf(Number(after)) + 1
  const page = units.slice(from, from + limit)
  return { page, nextCursor: from + limit < units.length ? String(page.at(-1)!) : null }
}
