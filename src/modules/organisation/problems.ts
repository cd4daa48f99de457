import { defineProblems } from '#platform/http/problem.ts'

export const OrganisationProblem = defineProblems('organisation', {
  unitNotFound: 404, // { id }
  treeNotFound: 404, // { hierarchy }
})

export const UnitChangeProblem = defineProblems('unitChange', {
  refused: 422, // { count }, one fault for each reason
})

export const AccessProblem = defineProblems('access', {
  roleUnknown: 422, // { role }
  daysReversed: 422,
  grantNotFound: 404,
  grantOfClaims: 409,
  ownAccount: 409,
  delegateRefused: 422,
  delegationNotFound: 404,
  delegationNotHeld: 403,
})
