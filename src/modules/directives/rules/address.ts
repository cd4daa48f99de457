// Which units a duty goes to, of those that stand in a tree on a day. The same rule counts them on the screen before
// the duty is issued.

/** A unit as a tree of a day lists it; `level` is 1 at a root. */
export type Addressable = {
  id: string | number
  code: string
  kind: string
  level: number
  parentId: string | number | null
}

/** By a list of codes; or all below a unit, of a level of the tree and of a kind where those are named. */
export type Address =
  | { by: 'list'; units: readonly string[] }
  | { by: 'below'; unit: string; level?: number | undefined; kind?: string | undefined }

/** `unknown`: codes that no unit of that day has; then nothing is addressed. */
export type Addressed<U> = { units: U[]; unknown: string[] }

/** Each unit once: a list in its order, all others in the order given. The unit that is named in `below` is not asked itself. */
export function addressUnits<U extends Addressable>(units: readonly U[], to: Address): Addressed<U> {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  if (to.by === 'list') {
    const codes = [...new Set(to.units)]
    const unknown = codes.filter((code) => !byCode.has(code))
    return { units: unknown.length > 0 ? [] : codes.map((code) => byCode.get(code)!), unknown }
  }
  const above = byCode.get(to.unit)
  if (!above) return { units: [], unknown: [to.unit] }
  const below = listBelow(units, above.id)
  const found = units.filter(
    (unit) =>
      below.has(unit.id) &&
      (to.level === undefined || unit.level === to.level) &&
      (to.kind === undefined || unit.kind === to.kind),
  )
  return { units: found, unknown: [] }
}

function listBelow(units: readonly Addressable[], top: Addressable['id']): Set<Addressable['id']> {
  const children = Map.groupBy(units, ({ parentId }) => parentId)
  const below = new Set<Addressable['id']>()
  const waiting = [top]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const { id } of children.get(at) ?? []) {
      below.add(id)
      waiting.push(id)
    }
  return below
}
