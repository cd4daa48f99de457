// What everything about a round stands on: the round, its period, and the scheme that rules it.

import { type Period, parsePeriod } from '#kernel/period.ts'
import type { Db } from '#platform/db/db.ts'
import type { ReadyScheme } from '../rules/sheet.ts'
import { loadReadyScheme } from '../store/ready-schemes.ts'
import { findSubject, type SubjectRow } from '../store/round-subjects.ts'
import { findRound, type RoundRow } from '../store/rounds.ts'
import { RoundProblem, ScoreProblem } from './problems.ts'

export type Ground = { round: RoundRow; period: Period; version: number; ready: ReadyScheme }

/** @throws round.notFound */
export async function getRound(db: Db, id: string): Promise<RoundRow> {
  const round = await findRound(db, Number(id))
  if (!round) throw RoundProblem.notFound()
  return round
}

export async function groundOf(db: Db, round: RoundRow): Promise<Ground> {
  const period = parsePeriod(round.period)!
  const found = await loadReadyScheme(db, round.scheme, period.endsOn)
  if (!found) throw RoundProblem.schemeNotFound({ scheme: round.scheme, period: round.period })
  return { round, period, ...found }
}

/** @throws round.notFound, score.subjectNotFound */
export async function getSubject(
  db: Db,
  { round, unit }: { round: string; unit: string },
): Promise<SubjectRow> {
  const subject = await findSubject(db, Number(round), unit)
  if (subject) return subject
  await getRound(db, round)
  throw ScoreProblem.subjectNotFound()
}
