import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const AppealProblem = defineProblems('appeal', {
  notFound: 404,
  notPublished: 409,
  none: 409, // no appeals are taken in this round
  tooLate: 409, // { until }
  exists: 409, // an open one about the same thing
  decidedBefore: 409, // about the same criterion
  closed: 409, // { state }: decided or withdrawn
  ownerUnknown: 422, // { owner }: may not decide there, or had a part in it
  notOwner: 403, // somebody else has it
  notApart: 403, // had a part since it was given
  notAssigned: 409,
  scoresMissing: 422, // upheld without a score
  scoresIdle: 422, // rejected with scores
  gradeMissing: 422, // upheld without a grade
  gradeIdle: 422, // rejected with one
  otherCriterion: 422, // { criterion }: not the one that was appealed
  notBetter: 422, // upheld, and the unit has no more points than before
  dayToCome: 422, // { day }
  beforeFiling: 422, // { day, filedOn }
  stale: 412,
})

onConstraint('appeals_open_key', () => AppealProblem.exists())
onConstraint('appeals_open_grade_key', () => AppealProblem.exists())
