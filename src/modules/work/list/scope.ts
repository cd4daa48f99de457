// Where somebody may do something, as the units that it reaches.

import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission } from '#platform/http/endpoint.ts'
import { listReached } from '../store/reach.ts'

/** A place at which a permission is held; `unitId` null is everywhere, `field` null every line of work. */
export type Held = { unitId: number | null; field: string | null }
/** Where the caller holds a permission: what roles and grants say is decided above this module. */
export type HeldBy = (db: Db, actor: Actor, permission: Permission, today: Day) => Promise<Held[]>

/**
 * Units that are reached for one line of work (null: all), and with `unnamed` for forms of none; `unitIds` null is every
 * unit.
 */
export type Part = { unitIds: ReadonlySet<number> | null; field: string | null; unnamed: boolean }
/** Empty reaches nothing. */
export type Scope = readonly Part[]

/**
 * @param narrowTo only this unit and those below it.
 * @param unnamed whoever is limited to a line of work also reaches forms of none: true for reading alone.
 */
export async function scopeOf(
  db: Db,
  held: readonly Held[],
  { narrowTo, unnamed, today }: { narrowTo: number | null; unnamed: boolean; today: Day },
): Promise<Scope> {
  const narrow = narrowTo === null ? null : await listReached(db, [narrowTo], today)
  const parts: Part[] = []
  for (const [field, places] of Map.groupBy(held, (place) => place.field)) {
    const isAll = places.some(({ unitId }) => unitId === null)
    const reached = isAll
      ? null
      : await listReached(
          db,
          places.flatMap(({ unitId }) => unitId ?? []),
          today,
        )
    parts.push({
      unitIds: reached && narrow ? reached.intersection(narrow) : (reached ?? narrow),
      field,
      unnamed,
    })
  }
  return parts.some(({ unitIds, field }) => unitIds === null && field === null)
    ? [{ unitIds: null, field: null, unnamed }]
    : parts.filter(({ unitIds }) => unitIds === null || unitIds.size > 0)
}

/** Whether a unit is reached for a form of this line of work. */
export const reachesUnit = (scope: Scope, unitId: number, field: string | null): boolean =>
  scope.some(
    (part) =>
      (part.field === null || part.field === field || (part.unnamed && field === null)) &&
      (part.unitIds?.has(unitId) ?? true),
  )
