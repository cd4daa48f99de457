import { listGrants } from '#modules/organisation/index.ts'
import type { HeldBy } from '#modules/work/index.ts'
import { findAccountIds } from '#platform/auth/contact.ts'
import { isHandedOn, roleMay } from './roles.ts'

/**
 * Where somebody may use a permission today, by the grants of the account that they act for, else of their own. A
 * stranger and the operator hold nothing of their own.
 */
export const heldBy: HeldBy = async (db, actor, permission, today) => {
  if (actor.id === null) return []
  const { onBehalfOf } = actor
  if (onBehalfOf !== null && !isHandedOn(permission)) return []
  const accountId = onBehalfOf === null ? actor.id : (await findAccountIds(db, [onBehalfOf])).get(onBehalfOf)
  const grants = accountId === undefined ? [] : await listGrants(db, accountId, today)
  return grants
    .filter(({ role }) => roleMay(role, permission))
    .map(({ unitId, field }) => ({ unitId, field }))
}
