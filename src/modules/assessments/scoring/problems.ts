import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const RoundProblem = defineProblems('round', {
  notFound: 404,
  schemeNotFound: 404, // { scheme, period }
  unitNotFound: 404, // { code, period }
  groupNotFound: 404, // { group, period }
  refused: 422, // { count }, one fault for each unit that cannot take part
  empty: 422,
  ofPeople: 409, // { scheme }
  ofOthers: 409, // { scheme }
  exists: 409,
  noStep: 409, // { from, to }
  reasonMissing: 422,
  open: 409, // { state, count }
  published: 409,
  notReturnable: 409, // { state }
  stale: 412,
})

export const ScoreProblem = defineProblems('score', {
  subjectNotFound: 404,
  criterionNotFound: 404, // { criterion }
  notApart: 403,
  notNow: 409, // { stage, state }
  survey: 409,
  fed: 409,
  notVerified: 409,
  reviewed: 409,
  sent: 409,
  incomplete: 409, // { count }
  refused: 422, // { count }, one fault for each member or cell that is wrong
  stale: 412,
  evidenceNotFound: 404,
  evidenceClosed: 409,
})

onConstraint('rounds_scheme_period_keeper_id_group_name_key', () => RoundProblem.exists())
