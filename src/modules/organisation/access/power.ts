// Who is in charge of whom: an administrator reaches the accounts at and under the units where they are one, and
// changes those whose every role they could have given.

import type { Day } from '#kernel/day.ts'
import { accountName } from '#platform/auth/accounts.ts'
import { AccountProblem } from '#platform/auth/problems.ts'
import { type AccountRow, findAnyAccount } from '#platform/auth/store/people.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission, Place } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { accountsUnder, type HeldGrant, listGrantsOf } from '../store/grants.ts'

/** Roles are the application's: which there are, and where somebody holds a permission. */
export type AccessParts = {
  roles: readonly string[]
  heldBy(
    db: Db,
    actor: Actor,
    permission: Permission,
    today: Day,
  ): Promise<{ unitId: number | null; field: string | null }[]>
}
export type Asking = { db: Db; actor: Actor; today: Day }

/** Ids of the accounts that the actor sees; undefined: all. */
export async function accountsSeen(
  { heldBy }: AccessParts,
  { db, actor, today }: Asking,
): Promise<number[] | undefined> {
  if (await actor.may(db, 'account.manage', 'everywhere', today)) return undefined
  const held = await heldBy(db, actor, 'account.manage', today)
  const unitIds = held.filter(({ field }) => field === null).flatMap(({ unitId }) => unitId ?? [])
  return accountsUnder(db, unitIds, today)
}

/** @throws account.notFound also for one that is there and out of the actor's sight: nobody learns who exists. */
export async function accountSeen(parts: AccessParts, asking: Asking, username: string): Promise<AccountRow> {
  const account = await findAnyAccount(asking.db, accountName(username))
  const seen = await accountsSeen(parts, asking)
  if (!account || (seen && !seen.includes(account.id))) throw AccountProblem.notFound()
  return account
}

export const placeOfGrant = ({ unitId, field }: Pick<HeldGrant, 'unitId' | 'field'>): Place =>
  unitId === null ? 'everywhere' : { unit: unitId, ...(field !== null && { field }) }

/** True when the actor could give this role at this place. */
export async function mayGive(
  { db, actor, today }: Asking,
  grant: Pick<HeldGrant, 'role' | 'unitId' | 'field'>,
): Promise<boolean> {
  return actor.may(db, `give.${grant.role}`, placeOfGrant(grant), today)
}

export async function isInCharge(asking: Asking, accountId: number): Promise<boolean> {
  const grants = (await listGrantsOf(asking.db, [accountId])).filter(({ validTo }) => validTo >= asking.today)
  for (const grant of grants) if (!(await mayGive(asking, grant))) return false
  return true
}

/** An account that the actor is in charge of. @throws account.notFound, auth.forbidden */
export async function accountInCharge(
  parts: AccessParts,
  asking: Asking,
  username: string,
): Promise<AccountRow> {
  const account = await accountSeen(parts, asking, username)
  if (!(await isInCharge(asking, account.id))) throw AuthProblem.forbidden()
  return account
}
