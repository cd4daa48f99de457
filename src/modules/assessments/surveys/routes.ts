import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Request, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/surveys.ts'
import { atAny, atKeeper } from '../scoring/asking.ts'
import { getRound } from '../scoring/ground.ts'
import type { Asking } from '../scoring/rights.ts'
import { listSubjects } from '../store/round-subjects.ts'
import { listSurveyRows } from '../store/surveys.ts'
import { enterPapers } from './answer.ts'
import { closeSurvey } from './close.ts'
import {
  atKeeperOfSurvey,
  atUnitOfSurvey,
  etagOfSurvey,
  getSurveyRow,
  surveyGround,
  takeSurveyGround,
  unitOfSurvey,
} from './ground.ts'
import { changeSurvey, openSurvey, startSurvey } from './open-survey.ts'
import { SurveyProblem } from './problems.ts'
import { tellLines, tellProgress, tellResults, tellSurvey } from './tell.ts'
import { handOutTokens } from './tokens.ts'
import { entryOfPapers, entryOfSurvey, entryOfTokens } from './traces.ts'

/** Whoever held a code in the period, else held it last. @throws survey.unitNotFound */
async function unitAsked(db: Db, code: string, period: string | undefined): Promise<number> {
  const spans = [parsePeriod(period ?? ''), { startsOn: OPEN_START, endsOn: OPEN_END }]
  for (const days of spans) {
    const unit = days && (await unitByCode(db, code, days))
    if (unit) return unit.id
  }
  throw SurveyProblem.unitNotFound({ code, period: period ?? '' })
}

/** The survey with what the caller may do, and its entity tag. */
async function tell(db: Db, id: number | string, c: Asking & Pick<Request<unknown>, 'http'>) {
  const ground = await surveyGround(db, String(id))
  c.http.answer.etag = etagOfSurvey(ground.survey)
  return tellSurvey(db, ground, c)
}

const readings: Endpoint[] = [
  read(api.listSurveys, {
    access: {
      may: 'survey.read',
      at: async (db, { unit, period }) => ({ unit: await unitAsked(db, unit, period) }),
    },
    async handle({ db, today, input: { unit, period, round, after, limit } }) {
      const unitId = await unitAsked(db, unit, period)
      const on = parsePeriod(period ?? '')?.endsOn ?? today
      const query = { unitId, on, period, roundId: round === undefined ? undefined : Number(round) }
      const page = { after: after === undefined ? undefined : Number(after), limit: limit + 1 }
      const rows = await listSurveyRows(db, query, page)
      const surveys = rows.slice(0, limit)
      const nextCursor = rows.length > limit ? String(surveys.at(-1)!.id) : null
      return { surveys: await tellLines(db, surveys), nextCursor }
    },
  }),
  read(api.getSurvey, {
    access: atAny('survey.read'),
    handle: (c) => tell(c.db, c.input.survey, c),
  }),
  read(api.listProgress, {
    access: atKeeperOfSurvey('survey.read'),
    async handle({ db, input: { survey, after, limit } }) {
      const ground = await surveyGround(db, survey)
      const rows = await listSubjects(db, ground.round.id, { after, limit: limit + 1 })
      const units = rows.slice(0, limit)
      const nextCursor = rows.length > limit ? units.at(-1)!.code : null
      return { units: await tellProgress(db, ground, units), nextCursor }
    },
  }),
  read(api.getUnitSurvey, {
    access: atUnitOfSurvey('survey.read'),
    async handle({ db, actor, today, input }) {
      const ground = await surveyGround(db, input.survey)
      const unit = await unitOfSurvey(db, input)
      const [progress] = await tellProgress(db, ground, [unit])
      const isClosed = ground.survey.state === 'closed'
      const mayEnter =
        ground.survey.state === 'running' &&
        (await actor.may(db, 'survey.enter', { unit: unit.unitId }, today))
      return { ...progress!, results: isClosed ? await tellResults(db, ground, unit) : null, mayEnter }
    },
  }),
]

const steering: Endpoint[] = [
  write(api.openSurvey, {
    access: atKeeper('survey.open'),
    idempotency: 'required',
    async handle(c) {
      const { round, ...draft } = c.input
      const id = await openSurvey(c.tx, Number(round), draft, { by: c.actor.name, at: c.now })
      const row = await getSurveyRow(c.tx, String(id))
      await c.audit(entryOfSurvey(null, row, await getRound(c.tx, round)))
      return tell(c.tx, id, c)
    },
  }),
  write(api.changeSurvey, {
    access: atKeeperOfSurvey('survey.open'),
    idempotency: 'required',
    async handle(c) {
      const { before, after, ground } = await changeSurvey(c.tx, c.input, c.http.header('if-match'))
      await c.audit(entryOfSurvey(before, after, ground.round))
      return tell(c.tx, after.id, c)
    },
  }),
  write(api.startSurvey, {
    access: atKeeperOfSurvey('survey.open'),
    idempotency: 'required',
    async handle(c) {
      const asked = { ifMatch: c.http.header('if-match'), at: c.now }
      const { before, after, ground } = await startSurvey(c.tx, c.input.survey, asked)
      await c.audit(entryOfSurvey(before, after, ground.round))
      return tell(c.tx, after.id, c)
    },
  }),
  write(api.handOut, {
    access: atKeeperOfSurvey('survey.open'),
    idempotency: 'never',
    async handle(c) {
      const { survey: id, ...asked } = c.input
      const { survey, round } = await takeSurveyGround(c.tx, id, undefined)
      const handedOut = await handOutTokens(c.tx, survey, asked)
      const units = handedOut.map(({ unit }) => unit.code)
      await c.audit(entryOfTokens(survey, round.keeperId, { group: asked.group, units, each: asked.count }))
      return { handedOut }
    },
  }),
  write(api.enterPapers, {
    access: atUnitOfSurvey('survey.enter'),
    idempotency: 'required',
    async handle(c) {
      const { survey: id, unit: code, group, papers } = c.input
      const unit = await unitOfSurvey(c.tx, c.input)
      const survey = await enterPapers(c.tx, Number(id), unit, { group, papers })
      const numbers = papers.map(({ number }) => number)
      await c.audit(entryOfPapers(survey, unit.unitId, { unit: code, group, numbers }))
      return { entered: papers.length }
    },
  }),
  write(api.closeSurvey, {
    access: atKeeperOfSurvey('survey.open'),
    idempotency: 'required',
    async handle(c) {
      const closing = { anyway: c.input.anyway, by: c.actor.name, at: c.now, today: c.today }
      const asked = { ...closing, ifMatch: c.http.header('if-match') }
      const { before, after, ground, scores, short } = await closeSurvey(c.tx, c.input.survey, asked)
      const cells = scores.map(({ unit, criterion, input }) => [unit, criterion, input])
      await c.audit(
        entryOfSurvey(before, after, ground.round, { anyway: c.input.anyway, short, scores: cells }),
      )
      return tell(c.tx, after.id, c)
    },
  }),
]

/** Surveys: written, started, given out, entered, closed. People answer at the portal, not here. */
export const surveyEndpoints: Endpoint[] = [...readings, ...steering]
