import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const ProposalProblem = defineProblems('proposal', {
  notFound: 404,
  unitNotFound: 404, // { code }
  directiveNotFound: 404,
  refused: 422, // { count }, one fault for each member that is wrong
  decided: 409, // { state }
  stale: 412,
})

// Two proposals cannot be one programme.
onConstraint('proposals_programme_key', () => ProposalProblem.refused({ count: '1' }))
