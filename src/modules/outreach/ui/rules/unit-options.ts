/** A unit of a day's tree, as far as a choice needs it. */
export type Standing = { id: string; code: string; name: string; parentId: string | null }

/**
 * The units for which somebody may record: those that they hold the permission at, and all below, from the top down.
 *
 * @param held codes, or everywhere; a code that no unit has on that day is passed over.
 */
export function recordableUnits<U extends Standing>(
  units: readonly U[],
  held: readonly string[] | 'everywhere',
  compare: (a: string, b: string) => number,
): U[] {
  const children = Map.groupBy(units, ({ parentId }) => parentId)
  const sorted = (among: readonly U[] = []) => [...among].sort((a, b) => compare(a.name, b.name))
  const walk = (unit: U): U[] => [unit, ...sorted(children.get(unit.id)).flatMap(walk)]
  const tops =
    held === 'everywhere' ? sorted(children.get(null)) : units.filter(({ code }) => held.includes(code))
  return [...new Map(tops.flatMap(walk).map((unit) => [unit.id, unit])).values()]
}
