import { defineProblems } from '#platform/http/problem.ts'

export const AccountProblem = defineProblems('account', {
  taken: 409,
  nameRefused: 422,
  passwordTooShort: 422, // details: { least }
  notFound: 404,
})

export const SessionProblem = defineProblems('session', {
  refused: 401,
  tooManyAttempts: 429, // details: { minutes, retryAfterSeconds }
  secondFactorNeeded: 401, // members: ways, passkey
  codeRefused: 401,
  passkeyRefused: 401,
  notFound: 404,
  passwordWrong: 422,
  outsideRefused: 401,
  outsideUnknown: 403, // details: { name }
  outsideMissing: 404,
  outsideUnreachable: 503,
})

export const SecurityProblem = defineProblems('security', {
  hasCodeApp: 409,
  noCodeApp: 409,
  codeRefused: 422,
  noFactor: 409,
  passkeyRefused: 422,
  passkeyNotFound: 404,
})
