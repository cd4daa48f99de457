import { listGrants } from '#modules/organisation/index.ts'
import type { HeldBy } from '#modules/work/index.ts'
import { roleMay } from './roles.ts'

/** Where an account holds a permission today, by its grants. A stranger and the operator hold nothing of their own. */
export const heldBy: HeldBy = async (db, actor, permission, today) => {
  if (actor.id === null) return []
  const grants = await listGrants(db, actor.id, today)
  return grants
    .filter(({ role }) => roleMay(role, permission))
    .map(({ unitId, field }) => ({ unitId, field }))
}
