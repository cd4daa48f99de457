// One person answers, by a link or on paper. Counted, then forgotten: what stays is how often each option was chosen.

import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { isEmpty, type Picks, wrongPicks } from '../rules/survey-answers.ts'
import { isAskedOf, type SurveyGroup, type SurveyQuestion } from '../rules/survey-form.ts'
import { getRound } from '../scoring/ground.ts'
import { listSubjectsById, type SubjectRow } from '../store/round-subjects.ts'
import { addTallies, findToken, insertPapers, spendToken } from '../store/survey-answers.ts'
import { findSurvey, holdSurvey, type SurveyRow } from '../store/surveys.ts'
import { SurveyProblem } from './problems.ts'
import { hashOf } from './tokens.ts'

/** What a token opens. `number` is the question's place in the questionnaire, from 1. */
export type AnswerSheet =
  | { state: 'unknown' | 'used' | 'over' }
  | {
      state: 'open'
      name: string
      intro: string
      introEn: string
      unit: string
      keeper: string
      group: SurveyGroup
      questions: { number: number; question: SurveyQuestion }[]
    }

const isOver = ({ state, lastDay }: SurveyRow, today: Day) =>
  state !== 'running' || (lastDay !== null && lastDay < today)

/** What whoever holds a token sees. */
export async function readAnswerSheet(db: Db, token: string, today: Day): Promise<AnswerSheet> {
  const found = await findToken(db, hashOf(token))
  if (!found) return { state: 'unknown' }
  if (found.isUsed) return { state: 'used' }
  const survey = (await findSurvey(db, found.surveyId))!
  if (isOver(survey, today)) return { state: 'over' }
  const [unit] = await listSubjectsById(db, survey.roundId, [found.unitId])
  const { keeperName } = await getRound(db, String(survey.roundId))
  const { name, intro, introEn } = survey
  return {
    state: 'open',
    ...{ name, intro, introEn, keeper: keeperName, unit: unit!.name },
    group: survey.groups.find(({ code }) => code === found.group)!,
    questions: survey.questions.flatMap((question, n) =>
      isAskedOf(question, found.group) ? [{ number: n + 1, question }] : [],
    ),
  }
}

/**
 * Counts the answers of whoever holds a token, once. No entry of the audit log: its time would say when somebody answered.
 *
 * @param picks options in the order of the whole questionnaire
 * @throws survey.tokenUnknown, survey.tokenUsed, survey.notRunning, survey.over, survey.refused, survey.noAnswers
 */
export async function handInAnswers(tx: Tx, token: string, picks: Picks, today: Day): Promise<void> {
  const sha256 = hashOf(token)
  const found = await findToken(tx, sha256)
  if (!found) throw SurveyProblem.tokenUnknown()
  const survey = (await holdSurvey(tx, found.surveyId))!
  if (survey.state !== 'running') throw SurveyProblem.notRunning()
  if (isOver(survey, today)) throw SurveyProblem.over({ day: survey.lastDay })
  mustFit(survey, found.group, picks, 'answers')
  if (isEmpty(picks)) throw SurveyProblem.noAnswers()
  if (!(await spendToken(tx, sha256))) throw SurveyProblem.tokenUsed()
  await addTallies(tx, found, tallied([picks]))
}

export type Papers = { group: string; papers: readonly { number: number; answers: Picks }[] }

/**
 * Counts answers on paper; a number that was entered before refuses all of them.
 * @throws survey.notFound, survey.notRunning, survey.groupUnknown, survey.refused, survey.noAnswers, survey.paperKnown
 */
export async function enterPapers(
  tx: Tx,
  surveyId: number,
  { unitId }: Pick<SubjectRow, 'unitId'>,
  { group, papers }: Papers,
): Promise<SurveyRow> {
  const survey = await holdSurvey(tx, surveyId)
  if (!survey) throw SurveyProblem.notFound()
  if (survey.state !== 'running') throw SurveyProblem.notRunning()
  if (!survey.groups.some(({ code }) => code === group)) throw SurveyProblem.groupUnknown({ code: group })
  papers.forEach(({ answers }, n) => {
    mustFit(survey, group, answers, `papers.${n}.answers`)
    if (isEmpty(answers)) throw SurveyProblem.noAnswers()
  })
  const place = { surveyId, unitId, group }
  const numbers = papers.map(({ number }) => number)
  const fresh = await insertPapers(tx, place, [...new Set(numbers)])
  const known = numbers.filter((number, n) => !fresh.has(number) || numbers.indexOf(number) < n)
  if (known.length > 0) throw SurveyProblem.paperKnown({ numbers: known.join(', ') })
  await addTallies(tx, place, tallied(papers.map(({ answers }) => answers)))
  return survey
}

/** @throws survey.refused */
function mustFit({ questions }: SurveyRow, group: string, picks: Picks, path: string): void {
  const wrong = wrongPicks(questions, group, picks)
  if (wrong.length === 0) return
  const faults = wrong.map((number) => ({
    path: `${path}.${number - 1}`,
    code: 'survey.answerUnfit',
    details: { number: String(number) },
  }))
  throw SurveyProblem.refused({ count: String(wrong.length) }, faults)
}

function tallied(sheets: readonly Picks[]): { question: number; option: number; n: number }[] {
  const picks = sheets.flatMap((sheet) =>
    sheet.flatMap((option, n) => (option === null ? [] : [{ question: n + 1, option }])),
  )
  const same = Map.groupBy(picks, ({ question, option }) => `${question} ${option}`)
  return [...same.values()].map((ones) => ({ ...ones[0]!, n: ones.length }))
}
