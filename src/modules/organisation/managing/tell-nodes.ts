// The two trees of a change and what flows between them.

import type { ChangeAnswer, ChangeNode } from '../api/unit-changes.ts'
import type { Tree } from '../rules/tree.ts'
import type { UnitState } from '../schema.ts'
import { successionOf } from '../store/tree.ts'
import { passings, type Sides } from './touched.ts'

type Values = ReadonlyMap<number, string | null> | undefined

/** Units as they were the day before. */
export const nodesBefore = (sides: Sides, ids: readonly number[], values: Values): ChangeNode[] =>
  ids.map((id) => toNode(sides.eve, id, fate(sides, id), values))

/** Units as they are on the day. */
export const nodesAfter = (sides: Sides, ids: readonly number[], values: Values): ChangeNode[] =>
  ids.map((id) => toNode(sides.day, id, sides.eve.units.has(id) ? fate(sides, id) : 'begins', values))

function toNode(tree: Tree, id: number, what: ChangeNode['what'], values: Values): ChangeNode {
  const { code, name, kind, level, parentId } = tree.units.get(id)!
  const parent = parentId === null ? undefined : tree.units.get(parentId)
  return {
    id: String(id),
    code,
    name,
    kind,
    level,
    parent: parent ? named(parent) : null,
    what,
    value: values?.get(id) ?? null,
  }
}

export const named = ({ id, code, name }: Pick<UnitState, 'id' | 'code' | 'name'>) => ({
  id: String(id),
  code,
  name,
})

/** What the day does to a unit that was there the day before. */
function fate({ eve, day }: Sides, id: number): ChangeNode['what'] {
  const [was, is] = [eve.units.get(id)!, day.units.get(id)]
  if (!is) return 'ends'
  if (was.name !== is.name || was.kind !== is.kind) return 'changes'
  return was.parentId === is.parentId ? 'stays' : 'moves'
}

/** Shares as they are known; of a unit that only goes on, all of it. */
export function flowsOf(sides: Sides, ids: readonly number[]): ChangeAnswer['flows'] {
  const succession = successionOf(sides.known.after)
  return ids.flatMap((from) => {
    const links = succession.leaving(from).filter((link) => link.date === sides.date)
    return passings(sides, from).map(({ unit, share }) => ({
      from: String(from),
      into: String(unit),
      share: links.length === 0 ? '1' : (share?.toFixed() ?? null),
      kind: links.find((link) => link.into === unit)?.kind ?? ('unchanged' as const),
    }))
  })
}
