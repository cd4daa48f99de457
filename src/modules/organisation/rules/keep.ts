import type { Day } from '#kernel/day.ts'
import type { UnitRef } from '../schema.ts'
import type { Identities, Identity } from './identity.ts'
import { byStart, dayAfter, intersects, lifespan } from './spans.ts'

/** Days that a unit had and would have no longer: from `from` on. */
export type Loss = { unit: UnitRef; from: Day }

/**
 * Which unit goes on as which identity. A unit is known by any day it already has; when it falls into parts,
 * the earliest keeps its id, and when several become one, the earliest gives it.
 */
export function keepUnits(
  identities: Identities,
  units: readonly UnitRef[],
): { unitOf: Map<Identity, UnitRef>; losses: Loss[] } {
  const unitOf = new Map<Identity, UnitRef>()
  const losses: Loss[] = []
  for (const unit of units.toSorted((a, b) => byStart(lifespan(a), lifespan(b)))) {
    const parts = identities.of(unit.code).filter((identity) => intersects(identity, lifespan(unit)))
    const part = parts.find((identity) => !unitOf.has(identity))
    if (part) unitOf.set(part, unit)
    if (!part || part.from > unit.beginsOn) losses.push({ unit, from: '-infinity' })
    else if (part.to < unit.endsOn) losses.push({ unit, from: dayAfter(part.to) })
  }
  return { unitOf, losses }
}
