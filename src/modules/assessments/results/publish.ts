// From scores that are settled to a result that is frozen: published once, and again where an appeal was upheld.

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import { keepAssessment } from '../run.ts'
import { groundOf } from '../scoring/ground.ts'
import { RoundProblem } from '../scoring/problems.ts'
import { openOf } from '../scoring/tell-round.ts'
import { insertResult, insertResultUnits, listResultsOf, type ResultRow } from '../store/results.ts'
import { listSubjectIds, listSubjectsById } from '../store/round-subjects.ts'
import { markPublished, type RoundRow, takeRound } from '../store/rounds.ts'
import { ResultProblem } from './problems.ts'
import { syncRanks } from './sources.ts'

export type Publisher = { by: string; for: string | null; at: Date; today: Day }
export type Decision = { decision: string; decidedOn: Day }

/**
 * Publishes a round whose council has met. Permission, If-Match and the audit entry are the caller's to see to.
 *
 * @param anyway also where criteria are not assessed: such a unit has no index, rank or class.
 * @throws round.notFound, result.notNow, round.open, result.dayToCome, result.beforePeriod
 */
export async function publishRound(
  tx: Tx,
  roundId: number,
  { decision, decidedOn, anyway }: Decision & { anyway: boolean },
  who: Publisher,
): Promise<{ round: RoundRow; result: ResultRow }> {
  const round = await takeRound(tx, roundId)
  if (!round) throw RoundProblem.notFound()
  if (round.state !== 'council') throw ResultProblem.notNow({ state: round.state })
  const ground = await groundOf(tx, round)
  const count = anyway ? 0 : await openOf(tx, ground)
  if (count > 0) throw RoundProblem.open({ state: round.state, count: String(count) })
  judgeDay(decidedOn, ground.period, who.today)
  await markPublished(tx, round.id, { decision, decidedOn })
  const result = await freeze(tx, round, { kind: 'published', decision, decidedOn, reason: '' }, who)
  return { round: (await takeRound(tx, roundId))!, result }
}

/**
 * Freezes what counts now as a further result of a published round, after an appeal changed a score.
 *
 * @param reason why, as it is published
 * @throws round.notFound, result.notNow
 */
export async function republishRound(
  tx: Tx,
  roundId: number,
  { decision, decidedOn, reason }: Decision & { reason: string },
  who: Publisher,
): Promise<{ round: RoundRow; result: ResultRow }> {
  const round = await takeRound(tx, roundId)
  if (!round) throw RoundProblem.notFound()
  if (round.state !== 'published') throw ResultProblem.notNow({ state: round.state })
  return { round, result: await freeze(tx, round, { kind: 'appeal', decision, decidedOn, reason }, who) }
}

export function judgeDay(day: Day, period: { code: string; endsOn: Day }, today: Day): void {
  if (day > today) throw ResultProblem.dayToCome({ day })
  if (day < period.endsOn) throw ResultProblem.beforePeriod({ day, period: period.code })
}

type Kind = Pick<ResultRow, 'kind' | 'decision' | 'decidedOn' | 'reason'>

async function freeze(tx: Tx, round: RoundRow, kind: Kind, who: Publisher): Promise<ResultRow> {
  const members = await listSubjectIds(tx, round.id)
  const asked = { scheme: round.scheme, period: round.period, members, keptAs: keptAs(round) }
  const { id: assessmentId, assessment } = await keepAssessment(tx, asked, { by: who.by, at: who.at })
  const before = await listResultsOf(tx, [round.id])
  const draft = { roundId: round.id, ordinal: before.length + 1, assessmentId, version: assessment.version }
  const resultId = await insertResult(tx, { ...kind, ...draft }, who)
  const units = new Map((await listSubjectsById(tx, round.id, members)).map((unit) => [unit.code, unit]))
  await insertResultUnits(
    tx,
    resultId,
    assessment.results.map((result) => {
      const { unitId: id, name } = units.get(result.unitCode)!
      return { id, name, result }
    }),
  )
  await syncRanks(tx, round.scheme)
  return (await listResultsOf(tx, [round.id])).at(-1)!
}

/** What a round's assessment is kept under: no kind and no code of a unit looks like this. */
export const keptAs = ({ id }: Pick<RoundRow, 'id'>): string => `round:${id}`
