import { defineProblems } from '#platform/http/problem.ts'

export const OrganisationProblem = defineProblems('organisation', {
  unitNotFound: 404, // { id }
  treeNotFound: 404, // { hierarchy }
})

export const UnitChangeProblem = defineProblems('unitChange', {
  refused: 422, // { count }, one fault for each reason
})
