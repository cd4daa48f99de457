import { defineProblems } from '#platform/http/problem.ts'

export const FeedProblem = defineProblems('feed', {
  notNow: 409, // { state }: units no longer score themselves, and verifiers no longer verify
  noSource: 409, // no criterion of the scheme names one
})
