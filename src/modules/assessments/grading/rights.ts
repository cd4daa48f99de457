// Who may say what of a subject. A subject is heard on everything and decides nothing of itself.

import {
  findPersonOfAccount,
  isOwnPerson,
  listGrants,
  loadTrees,
  unitStateOn,
} from '#modules/organisation/index.ts'
import { findAccount } from '#platform/auth/store/accounts.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor, Permission } from '#platform/http/endpoint.ts'
import { Problem } from '#platform/http/problem.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { standsApart } from '../rules/separation.ts'
import type { FactRow } from '../store/grade-facts.ts'
import type { GradeSubjectRow } from '../store/grading-subjects.ts'
import type { GradingRow } from '../store/gradings.ts'
import { listAttached } from '../store/said-reading.ts'

export type Asking = { actor: Actor; today: string }
type Subject = Pick<GradeSubjectRow, 'personId' | 'unitId' | 'cameFromId'>

export const isOwnSubject = async (db: Db, actor: Actor, { personId }: Subject): Promise<boolean> =>
  personId !== null && (await isOwnPerson(db, actor, personId))

/**
 * Where somebody must hold a right over a subject. What is said for it (`own`) and what its people say of it is held at
 * its unit; a proposal for an organisation is held above it, at the keeper.
 */
export function placeOf(permission: Permission, subject: Subject, grading: GradingRow): number {
  const isAbove = permission === 'grade.decide' || permission === 'grading.steer'
  const isProposalOfUnit = permission === 'grade.propose' && grading.subjects === 'units'
  return isAbove || isProposalOfUnit ? grading.keeperId : subject.unitId
}

export type Rights = {
  isOwn: boolean
  /** Holds the permission where it counts. */
  may(permission: Permission): Promise<boolean>
  /** May speak for the subject: it is the subject, or enters what it handed in. */
  maySpeakFor(): Promise<boolean>
  mayGiveOpinion(): Promise<boolean>
  /** May propose or decide: holds the right, and is not the subject. */
  mayJudge(permission: 'grade.propose' | 'grade.decide'): Promise<boolean>
}

export async function rightsOver(
  db: Db,
  { grading, subject }: { grading: GradingRow; subject: Subject },
  { actor, today }: Asking,
): Promise<Rights> {
  const isOwn = await isOwnSubject(db, actor, subject)
  const may = (permission: Permission) =>
    actor.may(db, permission, { unit: placeOf(permission, subject, grading) }, today)
  return {
    isOwn,
    may,
    maySpeakFor: async () => isOwn || (await may('grade.comment')),
    mayGiveOpinion: async () =>
      subject.cameFromId !== null &&
      !isOwn &&
      (await actor.may(db, 'grade.comment', { unit: subject.cameFromId }, today)),
    mayJudge: async (permission) => !isOwn && (await may(permission)),
  }
}

/**
 * Lets in whoever `isAllowed` says. Of a subject that is not there only who reads grades everywhere is told so.
 * @throws auth.forbidden
 */
export async function letIn<T>(
  db: Db,
  { actor, today }: Asking,
  find: () => Promise<T>,
  isAllowed: (found: T) => Promise<boolean>,
): Promise<T> {
  const found = await find().catch(async (error: unknown) => {
    const mayKnow = !(error instanceof Problem) || (await actor.may(db, 'grade.read', 'everywhere', today))
    throw mayKnow ? error : AuthProblem.forbidden()
  })
  if (!(await isAllowed(found))) throw AuthProblem.forbidden()
  return found
}

/**
 * Ids of the subjects that somebody may not decide: themselves; those for whom they, or whom they act for, spoke the
 * first word; and organisations at which, or below which, they hold a role.
 */
export async function listTied(
  db: Db,
  subjects: readonly Pick<GradeSubjectRow, 'id' | 'unitId' | 'personId'>[],
  facts: readonly Pick<FactRow, 'subjectId' | 'step' | 'by' | 'for'>[],
  { actor, today }: Asking,
): Promise<Set<number>> {
  const actedFor = actor.onBehalfOf === null ? undefined : await findAccount(db, actor.onBehalfOf)
  const ids = [actor.id, actedFor?.id].filter((id) => id != null)
  const grants = (await Promise.all(ids.map((id) => listGrants(db, id, today)))).flat()
  const units = grants.flatMap(({ unitId }) => unitId ?? [])
  const attached = await listAttached(db, [...new Set(units)], today)
  const names = new Set([actor.name, ...(actor.onBehalfOf === null ? [] : [actor.onBehalfOf])])
  const spokenFor = new Set(
    facts
      .filter(({ step, by, for: other }) => step === 'self' && (names.has(by) || (other && names.has(other))))
      .map(({ subjectId }) => subjectId),
  )
  const own = new Set<number>()
  for (const id of ids) {
    const person = await findPersonOfAccount(db, id)
    if (person) own.add(person.id)
  }
  const isTied = ({ id, unitId, personId }: (typeof subjects)[number]) =>
    spokenFor.has(id) ||
    (personId === null ? !standsApart(unitId, { attached, claimed: new Set() }) : own.has(personId))
  return new Set(subjects.filter(isTied).map(({ id }) => id))
}

/** Of a unit and all below it on a day, in the tree in which it stands. */
export async function unitsWithin(db: Db, unitId: number, on: string): Promise<number[]> {
  const { hierarchy } = await unitStateOn(db, unitId, on)
  const tree = (await loadTrees(db, [on], hierarchy)).get(on)!
  return tree.units.has(unitId) ? [...tree.subtree(unitId)] : [unitId]
}
