import { defineProblems } from '#platform/http/problem.ts'

export const AccountProblem = defineProblems('account', {
  taken: 409,
  nameRefused: 422,
  passwordTooShort: 422, // details: { least }
})

export const SessionProblem = defineProblems('session', {
  refused: 401,
  tooManyAttempts: 429, // details: { minutes }
})
