// How handlers of scoring ask: where a permission must be held, and who says.

import type { Db, Tx } from '#platform/db/db.ts'
import type { Permission, Place, WriteContext } from '#platform/http/endpoint.ts'
import type { SubjectRow } from '../store/round-subjects.ts'
import { takeSubjects } from '../store/round-subjects.ts'
import { holdRound } from '../store/rounds.ts'
import type { Sayer } from '../store/said.ts'
import { listFacts } from '../store/said-reading.ts'
import { type Ground, getRound, getSubject, groundOf } from './ground.ts'
import { RoundProblem, ScoreProblem } from './problems.ts'
import { type Asking, type Rights, rightsIn } from './rights.ts'
import { type View, viewsOf } from './view.ts'

/** At the unit that steers the round. */
export const atKeeper = (may: Permission) => ({
  may,
  at: async (db: Db, { round }: { round: string }): Promise<Place> => ({
    unit: (await getRound(db, round)).keeperId,
  }),
})
/** At the subject. */
export const atSubject = (may: Permission) => ({
  may,
  at: async (db: Db, asked: { round: string; unit: string }): Promise<Place> => ({
    unit: (await getSubject(db, asked)).unitId,
  }),
})
/** That a round is held, and how far it is, is no secret among those who read scores anywhere. */
export const atAny = (may: Permission) => ({ may, at: async (): Promise<Place> => 'somewhere' })

export const sayerOf = ({ actor, now }: Pick<WriteContext<unknown>, 'actor' | 'now'>): Sayer => ({
  by: actor.name,
  byId: actor.id,
  for: actor.onBehalfOf,
  at: now,
})

/** @throws round.notFound, score.subjectNotFound */
export async function readView(
  db: Db,
  asked: { round: string; unit: string },
  asking: Asking,
): Promise<View> {
  const subject = await getSubject(db, asked)
  const ground = await groundOf(db, await getRound(db, asked.round))
  return (await viewsOf(db, ground, [subject], rightsIn(db, ground, asking)))[0]!
}

export type Taken = { ground: Ground; rights: Rights; subjects: SubjectRow[] }

/**
 * Subjects whose sheets nobody else writes until the end of the transaction, in the order of `codes`.
 * @throws round.notFound, score.subjectNotFound
 */
export async function takeFor(
  tx: Tx,
  roundId: string,
  codes: readonly string[],
  asking: Asking,
): Promise<Taken> {
  const round = await holdRound(tx, Number(roundId))
  if (!round) throw RoundProblem.notFound()
  const taken = await takeSubjects(tx, round.id, codes)
  const ground = await groundOf(tx, round)
  const subjects = [...new Set(codes)].map((code) => taken.get(code))
  if (subjects.includes(undefined)) throw ScoreProblem.subjectNotFound()
  return { ground, rights: rightsIn(tx, ground, asking), subjects: subjects as SubjectRow[] }
}

/** One of them, with what was said. */
export async function takeView(
  tx: Tx,
  { round, unit }: { round: string; unit: string },
  asking: Asking,
): Promise<View> {
  const { ground, rights, subjects } = await takeFor(tx, round, [unit], asking)
  return (await viewsOf(tx, ground, subjects, rights))[0]!
}

/** The same view after a score of a criterion. */
export async function lookAgain(tx: Tx, view: View, criterion: string): Promise<View> {
  const said = await listFacts(tx, view.ground.round, [view.subject.unitId], [criterion])
  const seen = said.filter(({ stage }) => !view.isHidden || stage !== 'self')
  return { ...view, facts: new Map(view.facts).set(criterion, seen) }
}
