import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const SchemeProblem = defineProblems('scheme', {
  notFound: 404, // { code }
  draftNotFound: 404,
  draftExists: 409,
  codeTaken: 409, // { code }
  fixed: 409, // { code }: code and subjects of a known scheme
  stale: 412,
  faulty: 409, // { count }
  roundStands: 409, // { periods }
})

onConstraint('scheme_drafts_code_key', () => SchemeProblem.draftExists())
