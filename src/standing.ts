import type { Day } from '#kernel/day.ts'
import { listGrants } from '#modules/organisation/index.ts'
import type { Standing } from '#platform/auth/api.ts'
import type { Db } from '#platform/db/db.ts'
import { permissionsOf } from './roles.ts'

/** What an account may do on a day, for whoever shows buttons: where a permission is held is judged by the actor. */
export async function standingOf(db: Db, accountId: number, today: Day): Promise<Standing> {
  const grants = await listGrants(db, accountId, today)
  const held = new Map<string, Set<string> | 'everywhere'>()
  for (const { role, unit } of grants)
    for (const permission of permissionsOf(role)) {
      const units = held.get(permission) ?? new Set<string>()
      if (units === 'everywhere' || unit === null) held.set(permission, 'everywhere')
      else held.set(permission, units.add(unit))
    }
  return {
    grants: grants.map(({ role, unit, field }) => ({ role, unit, field })),
    permissions: [...held].map(([permission, units]) => ({
      permission,
      units: units === 'everywhere' ? units : [...units],
    })),
  }
}
