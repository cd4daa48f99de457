// The end of a survey: its criteria are scored, for every unit that it was run in.

import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Counted } from '../api/score-shapes.ts'
import { surveyInput, type Tally } from '../rules/survey-tally.ts'
import { listSubjectsById, type SubjectRow, takeSubjects } from '../store/round-subjects.ts'
import { type Saying, say } from '../store/said.ts'
import { listCovered, loadTallies } from '../store/survey-answers.ts'
import { type SurveyRow, setClosed } from '../store/surveys.ts'
import { type Fed, fedBy, getSurveyRow, type SurveyGround, takeSurveyGround } from './ground.ts'
import { SurveyProblem } from './problems.ts'

/** Whose word a count of answers is. */
const PROGRAM = 'songma'

type Closing = { anyway: boolean; ifMatch?: string | undefined; by: string; at: Date; today: Day }
export type Closed = {
  before: SurveyRow
  after: SurveyRow
  ground: SurveyGround
  scores: { unit: string; criterion: string; input: string }[]
  short: number
}

/**
 * @throws survey.notFound, survey.stale, survey.roundPublished, survey.noStep, survey.short
 */
export async function closeSurvey(tx: Tx, id: string, closing: Closing): Promise<Closed> {
  const ground = await takeSurveyGround(tx, id, closing.ifMatch)
  const { survey: before, round } = ground
  if (before.state !== 'running') throw SurveyProblem.noStep({ from: before.state, to: 'closed' })
  const subjects = await takeCovered(tx, before)
  const tallies = await loadTallies(
    tx,
    before.id,
    subjects.map(({ unitId }) => unitId),
  )
  const said = subjects.flatMap((subject) =>
    fedBy(ground, before).map((fed) =>
      sayingOf(ground, subject, fed, tallies.get(subject.unitId) ?? [], closing.today),
    ),
  )
  const short = said.filter(({ saying }) => isShort(ground, saying)).length
  if (short > 0 && !closing.anyway) throw SurveyProblem.short({ count: String(short) })
  const sayings = said.map(({ saying }) => saying)
  await say(tx, sayings, { by: PROGRAM, byId: null, for: null, at: closing.at })
  await setClosed(tx, before.id, closing)
  const scores = said.map(({ unit, saying: { criterion, input } }) => ({ unit, criterion, input }))
  return { before, after: await getSurveyRow(tx, id), ground: { ...ground, round }, scores, short }
}

/** The units it was run in, whose sheets nobody else writes meanwhile; by code. */
async function takeCovered(tx: Tx, { id, roundId }: SurveyRow): Promise<SubjectRow[]> {
  const covered = await listSubjectsById(tx, roundId, await listCovered(tx, id))
  const taken = await takeSubjects(
    tx,
    roundId,
    covered.map(({ code }) => code),
  )
  return [...taken.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

const isShort = ({ ready }: SurveyGround, { criterion, input }: Saying) =>
  ready.criterionOf.get(criterion)!.prepared.score(input).kind === 'not-assessed'

function sayingOf(
  { survey, round }: SurveyGround,
  { unitId, code }: SubjectRow,
  { criterion, rule }: Fed,
  tallies: readonly Tally[],
  today: Day,
): { unit: string; saying: Saying } {
  const input = surveyInput(rule, criterion.code, survey, tallies)
  const counted: Counted = {
    type: 'survey',
    counted: String(Object.values(input.groups).reduce((sum, { n }) => sum + Number(n), 0)),
    of: null,
    asOn: today,
    refs: [{ kind: 'survey', id: String(survey.id), label: survey.name }],
    sha256: createHash('sha256').update(JSON.stringify(tallies)).digest('hex'),
  }
  return {
    unit: code,
    saying: {
      ...{ scheme: round.scheme, period: round.period, unitId, stage: 'verified' },
      criterion: criterion.code,
      input: JSON.stringify(input),
      source: JSON.stringify(counted),
    },
  }
}
