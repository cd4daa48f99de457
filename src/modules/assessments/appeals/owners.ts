// Who may own an appeal: whoever holds the right above the subject and had no part in the first decision.

import type { Day } from '#kernel/day.ts'
import { listGrants, listHolders } from '#modules/organisation/index.ts'
import { findPerson } from '#platform/auth/store/accounts.ts'
import type { Db } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import type { Account } from '../store/appeal-facts.ts'
import { listAttached } from '../store/said-reading.ts'
import type { Question, Who } from './question.ts'

/** What a role may do is said above this module. */
export type RoleMay = (role: string, permission: Permission) => boolean

/** Everybody who may be given it, by name. */
export async function candidates(
  db: Db,
  question: Question,
  { roleMay, today }: { roleMay: RoleMay; today: Day },
): Promise<Account[]> {
  const place = question.decideAt
  const isPlaced = typeof place === 'object'
  const unit = isPlaced ? place.unit : question.keeper.id
  const holders = (await listHolders(db, [unit], today)).filter(
    ({ role, field, distance }) =>
      roleMay(role, 'appeal.decide') &&
      (field === null || (isPlaced && field === place.field)) &&
      (isPlaced || distance === null),
  )
  const found: Account[] = []
  for (const id of new Set(holders.map(({ accountId }) => accountId))) {
    const person = await findPerson(db, id)
    if (!person) continue
    const account = { id, username: person.username, name: person.displayName ?? person.username }
    if (await standApart(db, question, [account], today)) found.push(account)
  }
  return found.toSorted((a, b) => (a.username < b.username ? -1 : 1))
}

/** Whether none of these (somebody and whom they act for) had a part in what is appealed. */
export async function standApart(
  db: Db,
  question: Question,
  who: readonly Who[],
  today: Day,
): Promise<boolean> {
  const grants = (await Promise.all(who.map(({ id }) => listGrants(db, id, today)))).flat()
  const attached = await listAttached(
    db,
    grants.flatMap(({ unitId }) => unitId ?? []),
    today,
  )
  return question.standApart(db, who, attached)
}
