// What everything about a survey stands on: itself, its round, and the rules of the criteria that it scores.

import type { Db, Tx } from '#platform/db/db.ts'
import type { Permission, Place } from '#platform/http/endpoint.ts'
import type { FedCriterion } from '../api/surveys.ts'
import type { SurveyRule } from '../rules/survey-tally.ts'
import { type Ground, getRound, getSubject, groundOf } from '../scoring/ground.ts'
import { findSubject, type SubjectRow } from '../store/round-subjects.ts'
import { holdRound } from '../store/rounds.ts'
import { findSurvey, type SurveyRow, takeSurvey } from '../store/surveys.ts'
import { SurveyProblem } from './problems.ts'

export type SurveyGround = Ground & { survey: SurveyRow }

/** @throws survey.notFound */
export async function getSurveyRow(db: Db, id: string): Promise<SurveyRow> {
  const survey = await findSurvey(db, Number(id))
  if (!survey) throw SurveyProblem.notFound()
  return survey
}

/** @throws survey.notFound */
export async function surveyGround(db: Db, id: string): Promise<SurveyGround> {
  const survey = await getSurveyRow(db, id)
  return { survey, ...(await groundOf(db, await getRound(db, String(survey.roundId)))) }
}

/** At the unit that steers the round. */
export const atKeeperOfSurvey = (may: Permission) => ({
  may,
  at: async (db: Db, { survey }: { survey: string }): Promise<Place> => {
    const { roundId } = await getSurveyRow(db, survey)
    return { unit: (await getRound(db, String(roundId))).keeperId }
  },
})
/** At a unit of the round. */
export const atUnitOfSurvey = (may: Permission) => ({
  may,
  at: async (db: Db, asked: { survey: string; unit: string }): Promise<Place> => ({
    unit: (await unitOfSurvey(db, asked)).unitId,
  }),
})

/** @throws survey.notFound, score.subjectNotFound */
export async function unitOfSurvey(
  db: Db,
  { survey, unit }: { survey: string; unit: string },
): Promise<SubjectRow> {
  const { roundId } = await getSurveyRow(db, survey)
  return (await findSubject(db, roundId, unit)) ?? getSubject(db, { round: String(roundId), unit })
}

export const etagOfSurvey = ({ id, revision }: Pick<SurveyRow, 'id' | 'revision'>): string =>
  `"survey-${id}-${revision}"`

/**
 * A survey that nobody else changes or answers until the end of the transaction, of a round that is not published.
 * @throws survey.notFound, survey.stale, survey.roundPublished
 */
export async function takeSurveyGround(
  tx: Tx,
  id: string,
  ifMatch: string | undefined,
): Promise<SurveyGround> {
  const { roundId } = await getSurveyRow(tx, id)
  const round = (await holdRound(tx, roundId))!
  const survey = (await takeSurvey(tx, Number(id)))!
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOfSurvey(survey))
    throw SurveyProblem.stale()
  if (round.state === 'published') throw SurveyProblem.roundPublished()
  return { survey, ...(await groundOf(tx, round)) }
}

export type Fed = { criterion: FedCriterion; rule: SurveyRule }

/** Criteria that a questionnaire scores, in the order of the scheme. */
export function fedBy({ ready }: Pick<Ground, 'ready'>, { questions }: Pick<SurveyRow, 'questions'>): Fed[] {
  const named = new Set(questions.map(({ criterion }) => criterion))
  return [...ready.criterionOf.values()].flatMap(({ criterion: { code, name, max, rule } }) => {
    if (!named.has(code) || rule.type !== 'survey') return []
    const criterion = {
      ...{ code, name, max },
      minSample: Number(rule.minSample),
      weights: rule.weights ?? null,
    }
    return [{ criterion, rule }]
  })
}
