import { defineProblems } from '#platform/http/problem.ts'

export const CoverageProblem = defineProblems('coverage', {
  directiveNotFound: 404,
  numberNotFound: 404, // { number }
  severalDirectives: 409, // { number, found }
  unitNotFound: 404, // { code, on }
})
