// What is told of surveys. While one runs, how many answered, and nothing of what; never of fewer than five people.

import { HUNDRED, roundExact, times } from '#kernel/exact.ts'
import type { Db } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import type { QuestionResult, Survey, SurveyAct, SurveyLine, UnitProgress } from '../api/surveys.ts'
import { optionCount } from '../rules/survey-form.ts'
import { LEAST_TOLD, meanOf, surveyInput, type Tally } from '../rules/survey-tally.ts'
import { getRound } from '../scoring/ground.ts'
import type { Asking } from '../scoring/rights.ts'
import type { SubjectRow } from '../store/round-subjects.ts'
import type { RoundRow } from '../store/rounds.ts'
import { countAllSheets, countSheets, loadTallies } from '../store/survey-answers.ts'
import type { SurveyRow } from '../store/surveys.ts'
import { fedBy, type SurveyGround } from './ground.ts'

/** Null: so few that they could be found. */
const told = (count: number): number | null => (count < LEAST_TOLD ? null : count)

const NONE = { handedOut: 0, answered: 0 }

function lineOf(survey: SurveyRow, round: RoundRow, { handedOut, answered } = NONE): SurveyLine {
  return {
    id: String(survey.id),
    name: survey.name,
    round: {
      id: String(round.id),
      name: round.name,
      period: round.period,
      keeper: { code: round.keeperCode, name: round.keeperName },
    },
    state: survey.state,
    lastDay: survey.lastDay,
    questions: survey.questions.length,
    handedOut,
    answered: told(answered),
    openedAt: survey.openedAt.toISOString(),
    closedAt: survey.closedAt?.toISOString() ?? null,
  }
}

export async function tellLines(db: Db, surveys: readonly SurveyRow[]): Promise<SurveyLine[]> {
  const counts = await countAllSheets(
    db,
    surveys.map(({ id }) => id),
    LEAST_TOLD,
  )
  const rounds = new Map<number, RoundRow>()
  const lines: SurveyLine[] = []
  for (const survey of surveys) {
    const round = rounds.get(survey.roundId) ?? (await getRound(db, String(survey.roundId)))
    rounds.set(survey.roundId, round)
    lines.push(lineOf(survey, round, counts.get(survey.id)))
  }
  return lines
}

export async function tellSurvey(db: Db, ground: SurveyGround, asking: Asking): Promise<Survey> {
  const { survey, round } = ground
  const { questions: _, ...line } = lineOf(
    survey,
    round,
    (await countAllSheets(db, [survey.id], LEAST_TOLD)).get(survey.id),
  )
  return {
    ...line,
    intro: survey.intro,
    introEn: survey.introEn,
    groups: survey.groups,
    questions: survey.questions,
    criteria: fedBy(ground, survey).map(({ criterion }) => criterion),
    closedBy: survey.closedBy,
    may: await mayOf(db, ground, asking),
  }
}

async function mayOf(db: Db, { survey, round }: SurveyGround, asking: Asking): Promise<SurveyAct[]> {
  const { actor, today } = asking
  const at = (permission: Permission) => actor.may(db, permission, { unit: round.keeperId }, today)
  const follow: SurveyAct[] = (await at('survey.read')) ? ['follow'] : []
  if (survey.state === 'closed' || round.state === 'published' || !(await at('survey.open'))) return follow
  return survey.state === 'draft'
    ? ['change', 'start', ...follow]
    : ['change', 'hand-out', 'close', ...follow]
}

/** In the order of `subjects`. */
export async function tellProgress(
  db: Db,
  ground: SurveyGround,
  subjects: readonly SubjectRow[],
): Promise<UnitProgress[]> {
  const { survey, ready } = ground
  const ids = subjects.map(({ unitId }) => unitId)
  const counts = Map.groupBy(await countSheets(db, survey.id, ids), ({ unitId }) => unitId)
  const tallies = await loadTallies(db, survey.id, ids)
  const fed = fedBy(ground, survey)
  return subjects.map(({ unitId, code, name }) => {
    const sheets = counts.get(unitId) ?? []
    const groups = survey.groups.map((group) => {
      const found = sheets.find((one) => one.group === group.code) ?? NONE
      return { group: group.code, handedOut: found.handedOut, answered: told(found.answered) }
    })
    const short = fed.filter(({ criterion, rule }) => {
      const input = surveyInput(rule, criterion.code, survey, tallies.get(unitId) ?? [])
      const { prepared } = ready.criterionOf.get(criterion.code)!
      return prepared.score(JSON.stringify(input)).kind === 'not-assessed'
    })
    return { code, name, groups, short: short.map(({ criterion }) => criterion.code) }
  })
}

/** What a unit's people answered; of groups of five and more. */
export async function tellResults(
  db: Db,
  { survey }: SurveyGround,
  { unitId }: Pick<SubjectRow, 'unitId'>,
): Promise<QuestionResult[]> {
  const tallies = (await loadTallies(db, survey.id, [unitId])).get(unitId) ?? []
  return survey.questions.flatMap((question, n) =>
    survey.groups.flatMap(({ code: group }) => {
      const picked = tallies.filter((one) => one.group === group && one.question === n + 1)
      const total = picked.reduce((sum, one) => sum + one.n, 0)
      if (total < LEAST_TOLD) return []
      const counts = Array.from({ length: optionCount(question) }, (_, option) => countOf(picked, option + 1))
      const mean = meanOf(question, picked, false)
      const percent = mean && roundExact(times(mean.share, HUNDRED), 2)
      return [{ question: n + 1, group, n: total, counts, percent }]
    }),
  )
}

const countOf = (picked: readonly Tally[], option: number) =>
  picked.find((one) => one.option === option)?.n ?? 0
