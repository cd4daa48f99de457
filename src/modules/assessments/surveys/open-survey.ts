// Surveys written down, changed and started.

import type { Tx } from '#platform/db/db.ts'
import type { SurveyDraft } from '../api/surveys.ts'
import { checkQuestionnaire } from '../rules/survey-check.ts'
import { type Ground, groundOf } from '../scoring/ground.ts'
import { RoundProblem } from '../scoring/problems.ts'
import { holdRound } from '../store/rounds.ts'
import { insertSurvey, listSurveysOf, type SurveyRow, setStarted, updateSurvey } from '../store/surveys.ts'
import { fedBy, getSurveyRow, takeSurveyGround } from './ground.ts'
import { SurveyProblem } from './problems.ts'

export type Changed = { before: SurveyRow; after: SurveyRow; ground: Ground }

/** @throws survey.refused with a fault for each thing that is wrong */
function mustFit({ ready }: Pick<Ground, 'ready'>, draft: SurveyDraft): void {
  const faults = checkQuestionnaire(draft, (code) => ready.criterionOf.get(code)?.criterion.rule)
  if (faults.length > 0) throw SurveyProblem.refused({ count: String(faults.length) }, faults)
}

/**
 * Writes a survey down as a draft. The right at the keeper and the audit entry are the caller's to see to.
 *
 * @returns its id
 * @throws round.notFound, survey.roundPublished, survey.refused
 */
export async function openSurvey(
  tx: Tx,
  roundId: number,
  draft: SurveyDraft,
  who: { by: string; at: Date },
): Promise<number> {
  const round = await holdRound(tx, roundId)
  if (!round) throw RoundProblem.notFound()
  if (round.state === 'published') throw SurveyProblem.roundPublished()
  mustFit(await groundOf(tx, round), draft)
  return insertSurvey(tx, roundId, draft, who)
}

const sameForm = (a: SurveyDraft, b: SurveyDraft) => formOf(a) === formOf(b)
/** Members in one order, whatever the database made of them. */
const formOf = ({ name, intro, introEn, groups, questions }: SurveyDraft) =>
  JSON.stringify([name, intro, introEn, groups, questions], (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** @throws survey.notFound, survey.stale, survey.roundPublished, survey.fixed, survey.refused */
export async function changeSurvey(
  tx: Tx,
  { survey: id, ...draft }: SurveyDraft & { survey: string },
  ifMatch: string | undefined,
): Promise<Changed> {
  const { survey: before, ...ground } = await takeSurveyGround(tx, id, ifMatch)
  if (before.state === 'closed' || (before.state === 'running' && !sameForm(before, draft)))
    throw SurveyProblem.fixed()
  mustFit(ground, draft)
  await updateSurvey(tx, before.id, draft)
  return { before, after: await getSurveyRow(tx, id), ground }
}

/**
 * From here its questions stay, and answers come in.
 * @throws survey.notFound, survey.stale, survey.roundPublished, survey.noStep, survey.refused, survey.feedsNothing,
 *   survey.fedElsewhere
 */
export async function startSurvey(
  tx: Tx,
  id: string,
  { ifMatch, at }: { ifMatch?: string | undefined; at: Date },
): Promise<Changed> {
  const { survey: before, ...ground } = await takeSurveyGround(tx, id, ifMatch)
  if (before.state !== 'draft') throw SurveyProblem.noStep({ from: before.state, to: 'running' })
  mustFit(ground, before)
  const fed = fedBy(ground, before)
  if (fed.length === 0) throw SurveyProblem.feedsNothing()
  for (const other of await listSurveysOf(tx, before.roundId)) {
    if (other.id === before.id || other.state === 'draft') continue
    const both = other.questions.find((one) => fed.some(({ criterion }) => criterion.code === one.criterion))
    if (both) throw SurveyProblem.fedElsewhere({ criterion: both.criterion, survey: other.name })
  }
  await setStarted(tx, before.id, at)
  return { before, after: await getSurveyRow(tx, id), ground }
}
