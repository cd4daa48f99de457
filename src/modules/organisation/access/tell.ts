import { type Day, dayOrNull } from '#kernel/day.ts'
import { findPeopleByIds } from '#platform/auth/store/people.ts'
import type { Db } from '#platform/db/db.ts'
import type { DelegationTold, GrantTold } from '../api/access.ts'
import type { Delegation } from '../store/delegations.ts'
import { type HeldGrant, listGrantsOf } from '../store/grants.ts'
import { listUnitNames } from '../store/lookup.ts'

/** The grants of accounts, by account. */
export async function tellGrants(
  db: Db,
  accountIds: readonly number[],
  today: Day,
): Promise<Map<number, GrantTold[]>> {
  const grants = await listGrantsOf(db, accountIds)
  const ids = [...new Set(grants.flatMap(({ unitId }) => unitId ?? []))]
  const units = new Map((await listUnitNames(db, ids, today)).map((unit) => [unit.id, unit]))
  const tell = ({ id, role, unitId, field, source, validFrom, validTo }: HeldGrant): GrantTold => {
    const unit = unitId === null ? undefined : units.get(unitId)
    return {
      id,
      role,
      unit: unit ? { code: unit.code, name: unit.name } : null,
      field,
      validFrom: dayOrNull(validFrom),
      validTo: dayOrNull(validTo),
      source,
    }
  }
  const byAccount = Map.groupBy(grants, ({ accountId }) => accountId)
  return new Map([...byAccount].map(([id, held]) => [id, held.map(tell)]))
}

export async function tellDelegations(db: Db, delegations: readonly Delegation[]): Promise<DelegationTold[]> {
  const ids = delegations.flatMap(({ delegatorId, delegateId }) => [delegatorId, delegateId])
  const people = await findPeopleByIds(db, ids)
  const name = (id: number) => {
    const { username, displayName } = people.get(id)!
    return { username, displayName }
  }
  return delegations.map(({ id, delegatorId, delegateId, validFrom, validTo }) => ({
    id,
    from: name(delegatorId),
    to: name(delegateId),
    validFrom,
    validTo,
  }))
}
