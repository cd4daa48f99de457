/** A unit of a day's tree, as far as a choice needs it. */
export type Standing = { id: string; code: string; name: string; parentId: string | null }

/**
 * The units at which somebody holds a permission, and all below them, from the top down.
 *
 * @param held codes, or everywhere; a code that no unit has on that day is passed over.
 */
export function heldUnits<U extends Standing>(
  units: readonly U[],
  held: readonly string[] | 'everywhere',
  compare: (a: string, b: string) => number,
): U[] {
  const below = Map.groupBy(units, ({ parentId }) => parentId)
  const byName = (among: readonly U[] = []) => among.toSorted((a, b) => compare(a.name, b.name))
  const withAllBelow = (unit: U): U[] => [unit, ...byName(below.get(unit.id)).flatMap(withAllBelow)]
  const tops =
    held === 'everywhere' ? byName(below.get(null)) : units.filter(({ code }) => held.includes(code))
  return [...new Map(tops.flatMap(withAllBelow).map((unit) => [unit.id, unit])).values()]
}
