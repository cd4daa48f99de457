// Who may do what with the subjects of a round, and who must keep apart from which.

import { listGrants, loadTree, type Tree, unitStateOn } from '#modules/organisation/index.ts'
import { findAccount } from '#platform/auth/store/accounts.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission, Place } from '#platform/http/endpoint.ts'
import { standsApart, type Ties } from '../rules/separation.ts'
import type { Area } from '../schema.ts'
import { listAttached, listClaimed } from '../store/said-reading.ts'
import type { Ground } from './ground.ts'

export type Asking = { actor: Actor; today: string }
export type Rights = {
  /** Holds a role at the unit or below it, or says its scores: sees its drafts. */
  isOfUnit(unitId: number): Promise<boolean>
  maySay(unitId: number): Promise<boolean>
  maySend(unitId: number): Promise<boolean>
  /** Apart from the unit, whatever they may do there. */
  isApart(unitId: number): Promise<boolean>
  /** Held above the subject, in the field of the area; null: of the whole (bonus and penalty). */
  mayVerify(unitId: number, area: Pick<Area, 'field'> | null): Promise<boolean>
  mayDecide(unitId: number): Promise<boolean>
}

/** What somebody may do in a round, each question asked of the database once. */
export function rightsIn(db: Db, { round, period }: Ground, { actor, today }: Asking): Rights {
  const answers = new Map<string, Promise<boolean>>()
  const may = (permission: Permission, place: Place) =>
    answers.getOrInsertComputed(`${permission} ${JSON.stringify(place)}`, () =>
      actor.may(db, permission, place, today),
    )
  const trees = new Map<'state', Promise<Tree>>()
  const above = async (unitId: number, field?: string): Promise<Place> =>
    placeAbove(db, await trees.getOrInsertComputed('state', () => loadTree(db, period.endsOn)), {
      unitId,
      day: period.endsOn,
      field,
    })
  const known = new Map<'ties', Promise<Ties>>()
  const ties = () => known.getOrInsertComputed('ties', () => tiesOf(db, round, { actor, today }))
  const maySay = (unit: number) => may('score.say', { unit })
  return {
    isOfUnit: async (unit) => (await ties()).attached.has(unit) || (await maySay(unit)),
    maySay,
    maySend: (unit) => may('score.send', { unit }),
    isApart: async (unit) => standsApart(unit, await ties()),
    mayVerify: async (unit, area) => may('score.verify', await above(unit, area?.field)),
    mayDecide: async (unit) => may('score.decide', await above(unit)),
  }
}

/** The unit above one on the last day of a round's period; everywhere, above a root. */
export const parentPlace = async (
  db: Db,
  { period }: Ground,
  unitId: number,
  field?: string,
): Promise<Place> => placeAbove(db, await loadTree(db, period.endsOn), { unitId, day: period.endsOn, field })

async function placeAbove(
  db: Db,
  tree: Tree,
  { unitId, day, field }: { unitId: number; day: string; field: string | undefined },
): Promise<Place> {
  const parentId = tree.units.has(unitId)
    ? tree.parent(unitId)
    : (await unitStateOn(db, unitId, day)).parentId
  if (parentId === null) return 'everywhere'
  return { unit: parentId, ...(field !== undefined && { field }) }
}

/** Of the account that asks and of the one that it acts for. */
async function tiesOf(db: Db, round: Ground['round'], { actor, today }: Asking): Promise<Ties> {
  const actedFor = actor.onBehalfOf === null ? undefined : await findAccount(db, actor.onBehalfOf)
  const ids = [actor.id, actedFor?.id].filter((id) => id != null)
  const grants = (await Promise.all(ids.map((id) => listGrants(db, id, today)))).flat()
  const units = grants.flatMap(({ unitId }) => unitId ?? [])
  const names = [actor.name, ...(actor.onBehalfOf === null ? [] : [actor.onBehalfOf])]
  return {
    attached: await listAttached(db, [...new Set(units)], today),
    claimed: await listClaimed(db, round, { ids, names }),
  }
}
