import { defineProblems } from '#platform/http/problem.ts'

export const OutreachProblem = defineProblems('outreach', {
  notFound: 404,
  unitNotFound: 404, // { code, on }
  future: 422, // { day }
  programmeNotFound: 422,
  directiveNotFound: 422,
  withdrawn: 409,
  stale: 412,
})
