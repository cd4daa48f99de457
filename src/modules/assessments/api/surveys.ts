// Surveys of a round: a questionnaire by link, QR code or paper, whose answers score criteria and are linked to nobody.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { SurveyGroup, SurveyQuestion } from '../rules/survey-form.ts'
import { RoundId, UnitCode, UnitName } from './score-shapes.ts'

const SurveyId = z.string().regex(/^\d{1,9}$/)
const Group = z.string().min(1).max(40)
const Page = {
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}

/** `draft`: may be changed. `running`: answers come in. `closed`: its criteria are scored; nothing is taken any more. */
export const SURVEY_STATES = ['draft', 'running', 'closed'] as const
export const SurveyState = z.enum(SURVEY_STATES)
export type SurveyState = z.infer<typeof SurveyState>

export const SurveyDraft = z.object({
  name: z.string().trim().min(1).max(300),
  /** What people read before the questions. */
  intro: z.string().trim().max(2_000).default(''),
  introEn: z.string().trim().max(2_000).default(''),
  /** The last day on which answers by link are taken; null: until it is closed. Papers are entered until then. */
  lastDay: DayInput.nullable().default(null),
  groups: z.array(SurveyGroup).min(1).max(20),
  questions: z.array(SurveyQuestion).min(1).max(60),
})
export type SurveyDraft = z.infer<typeof SurveyDraft>

export const SurveyLine = z.object({
  id: z.string(),
  name: z.string(),
  round: z.object({ id: z.string(), name: z.string(), period: z.string(), keeper: UnitName }),
  state: SurveyState,
  lastDay: z.string().nullable(),
  questions: z.int(),
  /** Sheets that were given out as links, and those that came back by link or on paper, of groups of five and more. */
  handedOut: z.int(),
  answered: z.int().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
})
export type SurveyLine = z.infer<typeof SurveyLine>

/** A criterion that the survey scores, and the sample that its rule asks for: of each weighted group, or of the whole. */
export const FedCriterion = z.object({
  code: z.string(),
  name: z.string(),
  max: z.string(),
  minSample: z.int(),
  /** Null: groups weigh by their size. */
  weights: z.record(z.string(), z.string()).nullable(),
})
export type FedCriterion = z.infer<typeof FedCriterion>

export const SurveyAct = z.enum(['change', 'start', 'hand-out', 'close', 'follow'])
export type SurveyAct = z.infer<typeof SurveyAct>

export const Survey = SurveyLine.omit({ questions: true }).extend({
  intro: z.string(),
  introEn: z.string(),
  groups: z.array(SurveyGroup),
  questions: z.array(SurveyQuestion),
  criteria: z.array(FedCriterion),
  closedBy: z.string().nullable(),
  /** What the caller may do at the keeper; `follow`: read the progress of all units. */
  may: z.array(SurveyAct),
})
export type Survey = z.infer<typeof Survey>

/** One group in one unit. */
export const GroupProgress = z.object({
  group: z.string(),
  handedOut: z.int(),
  /** Answer sheets by link and on paper; null: fewer than five. */
  answered: z.int().nullable(),
})
export type GroupProgress = z.infer<typeof GroupProgress>

export const UnitProgress = UnitName.extend({
  groups: z.array(GroupProgress),
  /** Codes of criteria whose sample is still too small. */
  short: z.array(z.string()),
})
export type UnitProgress = z.infer<typeof UnitProgress>

/** What one group answered to one question; only where five or more did. */
export const QuestionResult = z.object({
  /** From 1. */
  question: z.int(),
  group: z.string(),
  n: z.int(),
  /** How many chose each option, in their order. */
  counts: z.array(z.int()),
  /** Of the best, in percent, to two places; null: no answer counts. */
  percent: z.string().nullable(),
})
export type QuestionResult = z.infer<typeof QuestionResult>

/** Surveys of rounds that are kept at a unit or below it, or in which one of these takes part; the latest first. */
export const listSurveys = contract({
  method: 'GET',
  path: '/api/v1/surveys',
  summary: 'summary.survey.list',
  input: z.object({
    unit: UnitCode,
    period: z.string().min(1).max(20).optional(),
    round: RoundId.optional(),
    /** The `nextCursor` of the page before. */
    after: SurveyId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ surveys: z.array(SurveyLine), nextCursor: z.string().nullable() }),
})

/** The questionnaire, with its entity tag. What is asked is no secret among staff; who answered is kept nowhere. */
export const getSurvey = contract({
  method: 'GET',
  path: '/api/v1/surveys/:survey',
  summary: 'summary.survey.show',
  input: z.object({ survey: SurveyId }),
  output: Survey,
})

/** A draft; until its round is published. */
export const openSurvey = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/surveys',
  summary: 'summary.survey.open',
  input: SurveyDraft.extend({ round: RoundId }),
  output: Survey,
})

/** While it is a draft the whole; while it runs the last day alone (`survey.fixed`). */
export const changeSurvey = contract({
  method: 'PUT',
  path: '/api/v1/surveys/:survey',
  summary: 'summary.survey.change',
  input: SurveyDraft.extend({ survey: SurveyId }),
  output: Survey,
})

/** From here the questions stay as they are. One criterion is scored by one survey of a round. */
export const startSurvey = contract({
  method: 'POST',
  path: '/api/v1/surveys/:survey/start',
  summary: 'summary.survey.start',
  input: z.object({ survey: SurveyId }),
  output: Survey,
})

/** Tokens of one unit and group: each is one answer. Told here once and kept nowhere; `/surveys/{token}` takes it. */
export const HandedOut = z.object({ unit: UnitName, group: z.string(), tokens: z.array(z.string()) })
export type HandedOut = z.infer<typeof HandedOut>
/** Makes tokens, so many for each unit. At most 5,000 at once. */
export const handOut = contract({
  method: 'POST',
  path: '/api/v1/surveys/:survey/tokens',
  summary: 'summary.survey.handOut',
  input: z.object({
    survey: SurveyId,
    group: Group,
    /** Units of the round; left out: all of them. */
    units: z.array(UnitCode).min(1).max(5_000).optional(),
    count: z.int().min(1).max(1_000),
  }),
  output: z.object({ handedOut: z.array(HandedOut) }),
})

/** How many answered, unit by unit in the order of codes. */
export const listProgress = contract({
  method: 'GET',
  path: '/api/v1/surveys/:survey/units',
  summary: 'summary.survey.progress',
  input: z.object({ survey: SurveyId, ...Page }),
  output: z.object({ units: z.array(UnitProgress), nextCursor: z.string().nullable() }),
})

/** One unit's progress; what it answered once it is closed. */
export const getUnitSurvey = contract({
  method: 'GET',
  path: '/api/v1/surveys/:survey/units/:unit',
  summary: 'summary.survey.unit',
  input: z.object({ survey: SurveyId, unit: UnitCode }),
  output: UnitProgress.extend({
    /** Null until it is closed. */
    results: z.array(QuestionResult).nullable(),
    mayEnter: z.boolean(),
  }),
})

/** Answers on paper. The number is what is written on the sheet: each is entered once. */
export const enterPapers = contract({
  method: 'POST',
  path: '/api/v1/surveys/:survey/units/:unit/papers',
  summary: 'summary.survey.papers',
  input: z.object({
    survey: SurveyId,
    unit: UnitCode,
    group: Group,
    papers: z
      .array(
        z.object({
          number: z.int().min(1).max(1_000_000),
          /** The option of each question, in the order of the questionnaire; null: left open, or not asked. */
          answers: z.array(z.int().min(1).max(9).nullable()).max(60),
        }),
      )
      .min(1)
      .max(100),
  }),
  output: z.object({ entered: z.int() }),
})

/**
 * Ends it and scores its criteria, verified, for every unit that sheets were given out or entered for. Samples that are
 * too small refuse it (`survey.short` with the count) unless `anyway`: those stay not assessed.
 */
export const closeSurvey = contract({
  method: 'POST',
  path: '/api/v1/surveys/:survey/close',
  summary: 'summary.survey.close',
  input: z.object({ survey: SurveyId, anyway: z.boolean().default(false) }),
  output: Survey,
})
