// Who may own an appeal: whoever holds the right above the subject and had no part in the first decision.

import type { Day } from '#kernel/day.ts'
import { listGrants, listHolders } from '#modules/organisation/index.ts'
import { findPerson } from '#platform/auth/store/accounts.ts'
import type { Db } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import { mayOwn } from '../rules/appeal.ts'
import { type Account, type Deciders, listDeciders } from '../store/appeal-facts.ts'
import type { AppealRow } from '../store/appeals.ts'
import { listAttached, listClaimed } from '../store/said-reading.ts'
import { type Matter, placeToDecide } from './matter.ts'

/** What a role may do is said above this module. */
export type RoleMay = (role: string, permission: Permission) => boolean

/** Everybody who may be given it, by name. */
export async function candidates(
  db: Db,
  appeal: AppealRow,
  matter: Matter,
  { roleMay, today }: { roleMay: RoleMay; today: Day },
): Promise<Account[]> {
  const place = await placeToDecide(db, matter)
  const unit = typeof place === 'object' ? place.unit : matter.subject.unitId
  const field = typeof place === 'object' ? place.field : undefined
  const holders = (await listHolders(db, [unit], today)).filter(
    (holder) =>
      roleMay(holder.role, 'appeal.decide') &&
      (holder.field === null || holder.field === field) &&
      (typeof place === 'object' || holder.distance === null),
  )
  const deciders = await decidersOf(db, appeal, matter)
  const found: Account[] = []
  for (const id of new Set(holders.map(({ accountId }) => accountId))) {
    const person = await findPerson(db, id)
    if (!person) continue
    const account = { id, username: person.username, name: person.displayName ?? person.username }
    if (await isApart(db, appeal, matter, deciders, [account], today)) found.push(account)
  }
  return found.toSorted((a, b) => (a.username < b.username ? -1 : 1))
}

type Who = Pick<Account, 'id' | 'username'>
/** Whether none of these (somebody and whom they act for) had a part in what is appealed. */
export async function standApart(
  db: Db,
  appeal: AppealRow,
  matter: Matter,
  who: readonly Who[],
  today: Day,
): Promise<boolean> {
  return isApart(db, appeal, matter, await decidersOf(db, appeal, matter), who, today)
}

const decidersOf = (db: Db, { criterion, unitId }: AppealRow, { ground: { round } }: Matter) =>
  listDeciders(db, { scheme: round.scheme, period: round.period, unitId, criterion, roundId: round.id })

async function isApart(
  db: Db,
  appeal: AppealRow,
  { ground }: Matter,
  deciders: Deciders,
  who: readonly Who[],
  today: Day,
): Promise<boolean> {
  const ids = who.map(({ id }) => id)
  const names = who.map(({ username }) => username)
  const grants = (await Promise.all(ids.map((id) => listGrants(db, id, today)))).flat()
  const attached = await listAttached(
    db,
    grants.flatMap(({ unitId }) => unitId ?? []),
    today,
  )
  const claimed = await listClaimed(db, ground.round, { ids, names })
  return mayOwn({
    hasDecided: ids.some((id) => deciders.ids.has(id)) || names.some((name) => deciders.names.has(name)),
    isSubject:
      attached.has(appeal.unitId) ||
      claimed.has(appeal.unitId) ||
      ids.includes(appeal.filedById ?? -1) ||
      names.includes(appeal.filedFor ?? ''),
  })
}
