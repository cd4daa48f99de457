import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const PlanProblem = defineProblems('plan', {
  notFound: 404,
  unitNotFound: 404, // { code }
  refused: 422, // { count }, one fault for each member that is wrong
  notDraft: 409, // { state }
  notIssued: 409, // { state }
  copiedAlready: 409,
  unitEnded: 409, // { unit, on }
  notEnded: 409, // { unit }
  nothingLeft: 409,
  stale: 412,
})

// One plan goes on in a period of a unit once: as a draft or issued.
onConstraint('plans_from_id_unit_id_period_key', () => PlanProblem.copiedAlready())
