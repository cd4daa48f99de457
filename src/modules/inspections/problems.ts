import { defineProblems } from '#platform/http/problem.ts'

export const InspectionProblem = defineProblems('inspection', {
  notFound: 404,
  unitNotFound: 404, // { code }
  directiveNotFound: 422,
  /** One fault for each visit of the plan, or member of a record, that cannot be so. */
  refused: 422,
  closed: 409,
  cancelled: 409,
  stale: 412,
  open: 409, // { visits, findings }: what is left before it can be closed
  hasDuty: 409,
  ended: 409,
})
