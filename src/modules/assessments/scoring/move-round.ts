// A round from step to step.

import type { Tx } from '#platform/db/db.ts'
import type { RoundDays } from '../api/rounds.ts'
import { stepOf } from '../rules/round-state.ts'
import type { RoundState } from '../schema.ts'
import {
  closeUnsent,
  findSubject,
  markExplained,
  markSent,
  reopenUnsent,
  type SubjectRow,
} from '../store/round-subjects.ts'
import { findRound, type RoundRow, setRoundState, takeRound, updateRound } from '../store/rounds.ts'
import { groundOf } from './ground.ts'
import { RoundProblem, ScoreProblem } from './problems.ts'
import { openOf } from './tell-round.ts'

export type Steered = { before: RoundRow; after: RoundRow }
export const etagOfRound = ({ id, revision }: Pick<RoundRow, 'id' | 'revision'>): string =>
  `"round-${id}-${revision}"`

/** A round that nobody else steers, and nobody scores, until the end of the transaction. */
async function take(tx: Tx, id: number, ifMatch: string | undefined): Promise<RoundRow> {
  const round = await takeRound(tx, id)
  if (!round) throw RoundProblem.notFound()
  if (round.state === 'published') throw RoundProblem.published()
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOfRound(round)) throw RoundProblem.stale()
  return round
}

/** @throws round.notFound, round.published, round.stale */
export async function changeRound(
  tx: Tx,
  id: number,
  changes: RoundDays & { name: string },
  ifMatch: string | undefined,
): Promise<Steered> {
  const before = await take(tx, id, ifMatch)
  await updateRound(tx, id, changes)
  return { before, after: (await findRound(tx, id))! }
}

export type Move = { to: RoundState; reason: string; anyway: boolean; ifMatch: string | undefined; at: Date }

/**
 * One step. Forward from `self` what nobody sent is taken as it stands, and opened again on the way back.
 *
 * @returns the codes of the units whose scores were taken unsent, too.
 * @throws round.notFound, round.published, round.stale, round.noStep, round.reasonMissing, round.open
 */
export async function moveRound(
  tx: Tx,
  id: number,
  { to, reason, anyway, ifMatch, at }: Move,
): Promise<Steered & { unsent: string[] }> {
  const before = await take(tx, id, ifMatch)
  const step = stepOf(before.state, to)
  if (!step || to === 'published') throw RoundProblem.noStep({ from: before.state, to })
  if (step === 'back' && reason === '') throw RoundProblem.reasonMissing()
  if (step === 'forward' && !anyway) await mustBeDone(tx, before)
  const unsent = to === 'verify' && step === 'forward' ? await closeUnsent(tx, id, at) : []
  if (to === 'self') await reopenUnsent(tx, id)
  await setRoundState(tx, id, to)
  return { before, after: (await findRound(tx, id))!, unsent }
}

async function mustBeDone(tx: Tx, round: RoundRow): Promise<void> {
  const count = await openOf(tx, await groundOf(tx, round))
  if (count > 0) throw RoundProblem.open({ state: round.state, count: String(count) })
}

/**
 * Gives a unit its own scores, or its explanations, back to work on.
 * @throws round.notFound, round.published, score.subjectNotFound, round.notReturnable
 */
export async function returnSubject(
  tx: Tx,
  id: number,
  code: string,
): Promise<{ round: RoundRow; subject: SubjectRow }> {
  const round = await take(tx, id, undefined)
  const subject = await findSubject(tx, id, code)
  if (!subject) throw ScoreProblem.subjectNotFound()
  if (round.state === 'self' && subject.sentAt !== null) await markSent(tx, subject, null)
  else if (round.state === 'explain' && subject.explainedAt !== null) await markExplained(tx, subject, null)
  else throw RoundProblem.notReturnable({ state: round.state })
  return { round, subject: (await findSubject(tx, id, code))! }
}
