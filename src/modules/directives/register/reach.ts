import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'

/** Who asks, and on which day. */
export type Asker = { actor: Actor; today: Day }

/** Of these units, those where the caller may read how directives are carried out. */
export async function reachedUnits(
  db: Db,
  unitIds: Iterable<number>,
  { actor, today }: Asker,
): Promise<ReadonlySet<number>> {
  const all = new Set(unitIds)
  if (all.size === 0 || (await actor.may(db, 'duty.read', 'everywhere', today))) return all
  if (!(await actor.may(db, 'duty.read', 'somewhere', today))) return new Set()
  const reached = new Set<number>()
  for (const unit of all) if (await actor.may(db, 'duty.read', { unit }, today)) reached.add(unit)
  return reached
}
