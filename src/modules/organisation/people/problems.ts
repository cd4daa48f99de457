import { defineProblems } from '#platform/http/problem.ts'

export const PersonProblem = defineProblems('person', {
  notFound: 404,
  postNotFound: 404,
  unitNotFound: 404, // { code, day }
  accountUnknown: 422, // { account }
  codeTaken: 409,
  accountTaken: 409,
  daysReversed: 422,
  unitNotThen: 422, // { unit }: it did not exist on the post's first day
  stale: 412,
})
