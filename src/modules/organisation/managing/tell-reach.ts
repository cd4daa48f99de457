// Whose grants reach the units of a change no longer, or anew.

import { type Day, maxDay } from '#kernel/day.ts'
import { listAccountNames } from '#platform/auth/account-names.ts'
import type { Tx } from '#platform/db/db.ts'
import type { ReachTold } from '../api/unit-changes.ts'
import { compareReach, type Holding } from '../rules/reach.ts'
import { listHolders } from '../store/holders.ts'
import { named } from './tell-nodes.ts'
import { passings, type Sides } from './touched.ts'

/** Reach is judged on the day of the change, or today when that has passed: grants that are over reach nothing. */
export const holdersOf = (tx: Tx, ids: readonly number[], date: Day, today: Day): Promise<Holding[]> =>
  listHolders(tx, ids, maxDay(date, today))

/** @param before holders of the units `ids`, read before the change was written. */
export async function tellReach(
  tx: Tx,
  sides: Sides,
  ids: readonly number[],
  before: readonly Holding[],
  today: Day,
): Promise<ReachTold[]> {
  const became = ids.map((unit) => ({ unit, into: passings(sides, unit).map((part) => part.unit) }))
  const successors = [...new Set(became.flatMap(({ into }) => into))]
  const after = await holdersOf(tx, successors, sides.date, today)
  const changes = compareReach(became, before, after)
  const names = await listAccountNames(tx, [...new Set(changes.map(({ accountId }) => accountId))])
  return changes.map(({ accountId, role, effect, unit, into, own }) => ({
    account: names.get(accountId)!,
    role,
    effect,
    unit: named(sides.eve.units.get(unit)!),
    into: into === null ? null : named(sides.day.units.get(into)!),
    own,
  }))
}
