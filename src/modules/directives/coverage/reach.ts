// Whose rows somebody sees: of the units at which they hold `duty.read` and those below, and of these the asked ones.

import { type Day, OPEN_END, OPEN_START } from '#kernel/day.ts'
import { placeDay, type UnitRef, unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission } from '#platform/http/endpoint.ts'
import { listWithin } from '../store/coverage.ts'
import { CoverageProblem } from './problems.ts'

/** Where somebody holds a permission today: `unitId` null is everywhere. What roles may do is decided above this module. */
export type HeldBy = (
  db: Db,
  actor: Actor,
  permission: Permission,
  today: Day,
) => Promise<{ unitId: number | null; field: string | null }[]>

/**
 * The unit that held a code on the day, or held it last before.
 * @throws coverage.unitNotFound
 */
export async function unitAsked(db: Db, code: string, on: Day = OPEN_END): Promise<UnitRef> {
  const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: on })
  if (!unit) throw CoverageProblem.unitNotFound({ code, on })
  return unit
}

/** The asked unit and all below it on that day; below one that ended before, on its last day. */
export const unitsBelow = (db: Db, unit: UnitRef, on: Day): Promise<number[]> =>
  listWithin(db, [unit.id], placeDay(unit, on))

/**
 * Ids of the units whose rows somebody may see; null: all. A role limited to a field of work does not reach duties,
 * which are of no field.
 */
export async function unitsReached(
  db: Db,
  heldBy: HeldBy,
  actor: Actor,
  today: Day,
): Promise<number[] | null> {
  const held = (await heldBy(db, actor, 'duty.read', today)).filter(({ field }) => field === null)
  if (held.some(({ unitId }) => unitId === null)) return null
  return await listWithin(
    db,
    held.flatMap(({ unitId }) => unitId ?? []),
    today,
  )
}

/** Those in both; null stands for all. */
export function common(a: readonly number[] | null, b: readonly number[] | null): readonly number[] | null {
  if (a === null || b === null) return a ?? b
  const there = new Set(b)
  return a.filter((id) => there.has(id))
}
