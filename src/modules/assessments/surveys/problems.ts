import { defineProblems } from '#platform/http/problem.ts'

export const SurveyProblem = defineProblems('survey', {
  notFound: 404,
  unitNotFound: 404, // { code, period }
  refused: 422, // { count }, one fault for each thing that is wrong
  fixed: 409, // it runs: its questions stay
  noStep: 409, // { from, to }
  feedsNothing: 422,
  fedElsewhere: 409, // { criterion, survey }
  notRunning: 409,
  over: 409, // { day }
  roundPublished: 409,
  groupUnknown: 422, // { code }
  tooMany: 422, // { count, most }
  paperKnown: 409, // { numbers }
  short: 409, // { count }
  tokenUnknown: 404,
  tokenUsed: 409,
  noAnswers: 422,
  stale: 412,
})
