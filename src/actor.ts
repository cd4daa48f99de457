import { type Day, dayOf } from '#kernel/day.ts'
import {
  AccessProblem,
  type Grant,
  listGrants,
  loadTree,
  mayActFor,
  reaches,
} from '#modules/organisation/index.ts'
import { accountName } from '#platform/auth/accounts.ts'
import type { ActorOf } from '#platform/auth/authenticate.ts'
import { findAccount } from '#platform/auth/store/accounts.ts'
import type { Session } from '#platform/auth/store/sessions.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission, Place } from '#platform/http/endpoint.ts'
import { isHandedOn, roleMay } from './roles.ts'

/**
 * Somebody who is signed in, with the grants that their account holds on the day they are asked for (read once). A
 * permission held at a unit reaches its subtree; 'everywhere' is a grant without a unit, or one at every root of the
 * day's tree; 'somewhere' is any grant at all. Whoever must choose a password of their own first may do nothing else.
 */
export function actorOf({ accountId, username, mustChangePassword }: Who, actedFor?: Acted): Actor {
  const grants = new Map<Day, Promise<Grant[]>>()
  const reached = new Map<string, Promise<boolean>>()
  return {
    id: accountId,
    name: username,
    onBehalfOf: actedFor?.username ?? null,
    async may(db, permission, place, today) {
      if (mustChangePassword || (actedFor && !isHandedOn(permission))) return false
      const held = (
        await grants.getOrInsertComputed(today, () => listGrants(db, actedFor?.id ?? accountId, today))
      ).filter((grant) => roleMay(grant.role, permission) && holdsInField(grant, permission, place))
      if (held.some(({ unitId }) => unitId === null)) return true
      const unitIds = held.flatMap(({ unitId }) => unitId ?? [])
      if (place === 'somewhere' || unitIds.length === 0) return unitIds.length > 0
      if (place === 'everywhere') return holdsEveryRoot(db, unitIds, today)
      // An answer says what may be done next at the same place: the tree is asked once.
      const { unit } = place
      return reached.getOrInsertComputed(`${today} ${unit} ${unitIds}`, () =>
        reaches(db, unitIds, unit, today),
      )
    },
  }
}

type Who = Pick<Session, 'accountId' | 'username'> & Partial<Pick<Session, 'mustChangePassword'>>

type Acted = { id: number; username: string }

/**
 * Who asks, and for whom: by a delegation that holds today, with the permissions of whoever is acted for.
 *
 * @throws access.delegationNotHeld, alike for somebody who does not exist.
 */
export const askerAt =
  (db: Db): ActorOf =>
  async (session, actingFor, now) => {
    if (!actingFor) return actorOf(session)
    const actedFor = await findAccount(db, accountName(actingFor))
    const isHeld = actedFor && (await mayActFor(db, session.accountId, actedFor.id, dayOf(now)))
    if (!isHeld) throw AccessProblem.delegationNotHeld()
    return actorOf(session, actedFor)
  }

/** What shows nothing that a person limited to a field must not know, where no field is named. */
const READS: readonly Permission[] = ['report.read', 'file.read', 'score.read']

/** A grant limited to a field holds where the place names that field, or names none and only reading is asked. */
function holdsInField({ field }: Grant, permission: Permission, place: Place): boolean {
  if (field === null || place === 'somewhere') return true
  const named = place === 'everywhere' ? undefined : place.field
  return named === undefined ? READS.includes(permission) : named === field
}

async function holdsEveryRoot(db: Db, unitIds: readonly number[], today: Day): Promise<boolean> {
  const { roots } = await loadTree(db, today)
  return roots.length > 0 && roots.every((root) => unitIds.includes(root))
}
