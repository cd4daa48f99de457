// Where the caller takes part in rounds, gradings and appeals.

import type { WorkAsked } from '#modules/assessments/index.ts'
import { findPersonOfAccount } from '#modules/organisation/index.ts'
import { findAccountIds } from '#platform/auth/contact.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import { listReached } from '../store/reach.ts'
import type { Asking } from './question.ts'

export type Judges = Omit<WorkAsked, 'today'>
type Units = WorkAsked['say']

const NOBODY: Units = new Set()

/**
 * @param named id of the only unit that is looked at with those below it; null: no such limit. It narrows what is said
 *   and looked at; whoever judges stands above.
 */
export async function judgesOf(asking: Asking, named: number | null): Promise<Judges> {
  const { db, today, view } = asking
  const narrow = named === null ? null : await listReached(db, [named], today)
  const narrowed = (units: Units) => (units && narrow ? units.intersection(narrow) : (units ?? narrow))
  const nothing = { verify: NOBODY, steer: NOBODY, assign: NOBODY, propose: NOBODY, decide: NOBODY }
  if (view === 'units')
    return {
      ...nothing,
      say: narrowed(await reach(asking, 'score.read')),
      speak: narrowed(await reach(asking, 'grade.read')),
      accounts: [],
      people: [],
    }
  const accounts = await accountsOf(asking)
  return {
    say: narrowed(await reach(asking, 'score.say')),
    // Whoever holds the right at a unit stands above those below it, and not above the unit itself
    verify: narrowed(await below(asking, 'score.verify')),
    steer: await reach(asking, 'round.steer'),
    assign: await reach(asking, 'appeal.assign'),
    // At their own units alone: an office does not speak for everybody below it
    speak: narrowed(new Set(await places(asking, 'grade.comment'))),
    propose: narrowed(await reach(asking, 'grade.propose')),
    decide: await reach(asking, 'grade.decide'),
    accounts,
    people: await peopleOf(asking, accounts),
  }
}

/** The units at which a permission is held; null among them: everywhere. Of a line of work as of all. */
async function heldAt({ db, actor, heldBy, today }: Asking, permission: Permission) {
  return (await heldBy(db, actor, permission, today)).map(({ unitId }) => unitId)
}

const places = async (asking: Asking, permission: Permission) =>
  (await heldAt(asking, permission)).filter((id) => id !== null)

async function reach(asking: Asking, permission: Permission): Promise<Units> {
  const held = await heldAt(asking, permission)
  return held.includes(null)
    ? null
    : listReached(
        asking.db,
        held.flatMap((id) => id ?? []),
        asking.today,
      )
}

async function below(asking: Asking, permission: Permission): Promise<Units> {
  const [reached, held] = [await reach(asking, permission), await places(asking, permission)]
  return reached?.difference(new Set(held)) ?? null
}

/** Themselves, and whom they act for. */
async function accountsOf({ db, actor }: Asking): Promise<number[]> {
  const actedFor =
    actor.onBehalfOf === null
      ? undefined
      : (await findAccountIds(db, [actor.onBehalfOf])).get(actor.onBehalfOf)
  return [actor.id, actedFor].filter((id) => id != null)
}

async function peopleOf({ db }: Asking, accounts: readonly number[]): Promise<number[]> {
  const found = await Promise.all(accounts.map((id) => findPersonOfAccount(db, id)))
  return found.flatMap((person) => person?.id ?? [])
}
