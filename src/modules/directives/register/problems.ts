import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const DirectiveProblem = defineProblems('directive', {
  notFound: 404,
  unitNotFound: 404, // { code, on }
  refused: 422, // { count }, one fault for each member that is wrong
  classified: 422, // { mark }
  taken: 409, // members { directive }: the same number of the same issuer and day
  stale: 412,
})

onConstraint('directives_number_issuer_issued_on_key', () => DirectiveProblem.taken())
