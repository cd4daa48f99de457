import type { Unit } from '#modules/organisation/api.ts'

/** All units under the one with the code, at any depth, without itself. */
export function unitsBelow(units: readonly Unit[], code: string): Unit[] {
  const children = Map.groupBy(units, ({ parentId }) => parentId)
  const take = (id: string): Unit[] => (children.get(id) ?? []).flatMap((unit) => [unit, ...take(unit.id)])
  const top = units.find((unit) => unit.code === code)
  return top ? take(top.id) : []
}
