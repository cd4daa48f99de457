import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const GradingProblem = defineProblems('grading', {
  notFound: 404,
  rulesNotFound: 404, // { rules, period }
  unitNotFound: 404, // { code, period }
  groupNotFound: 404, // { group, period }
  subjectNotFound: 404,
  exceptionNotFound: 404,
  empty: 422,
  refused: 422, // { count }, one fault for each subject
  exists: 409,
  closed: 409,
  notClosed: 409,
  undecided: 409, // { count }
  nothingToDo: 409,
  overQuota: 409, // { count }, one fault for each group
  gated: 409, // { count }, one fault for each subject
  noException: 409, // { level }
  exceptionTooHigh: 422, // { percent }
  exceptionLow: 422, // { percent }
  exceptionExists: 409,
  exceptionUsed: 409,
  stale: 412,
})

export const GradeProblem = defineProblems('grade', {
  decided: 409,
  partUnknown: 422, // { part }
  refused: 422, // { count }, one fault for each criterion
  ballot: 422,
  noFormerUnit: 409,
  commitmentNotFound: 404,
  commitmentReported: 409,
  stale: 412,
})

export const RecordProblem = defineProblems('record', {
  retained: 409, // { until }
  inPost: 409,
  notOwn: 404,
})

onConstraint('gradings_keeper_id_period_name_key', () => GradingProblem.exists())
onConstraint('grade_exceptions_grading_id_key', () => GradingProblem.exceptionExists())
