import { defineProblems } from '#platform/http/problem.ts'

export const AssessmentProblem = defineProblems('assessment', {
  schemeNotFound: 404, // { scheme, period }: there is none, or none that is in force at the period's end
  groupNotFound: 404, // { group, period }
  nothingScored: 404, // { scheme, period }
})
