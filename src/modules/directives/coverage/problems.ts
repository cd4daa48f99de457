import { defineProblems } from '#platform/http/problem.ts'

export const CoverageProblem = defineProblems('coverage', {
  directiveNotFound: 404,
  unitNotFound: 404, // { code, on }
})
