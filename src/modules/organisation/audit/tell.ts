import type { Day } from '#kernel/day.ts'
import type { AuditFound } from '#platform/audit/search.ts'
import type { Db } from '#platform/db/db.ts'
import type { AuditEntryTold } from '../api/audit.ts'
import { listUnitNames } from '../store/lookup.ts'

/** Entries with their units as those are called now, or were last. */
export async function tellEntries(
  db: Db,
  found: readonly AuditFound[],
  today: Day,
): Promise<AuditEntryTold[]> {
  const ids = [...new Set(found.flatMap(({ unitId }) => unitId ?? []))]
  const units = new Map((await listUnitNames(db, ids, today)).map((unit) => [unit.id, unit]))
  return found.map(({ seq, at, actor, actingFor, action, subject, unitId, details }) => {
    const unit = unitId === null ? undefined : units.get(unitId)
    return {
      seq,
      at,
      actor,
      actingFor,
      action,
      subject,
      unit: unit ? { code: unit.code, name: unit.name } : null,
      details: JSON.parse(details) as Record<string, unknown>,
    }
  })
}
