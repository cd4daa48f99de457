import { defineProblems } from './problem.ts'

export const AuthProblem = defineProblems('auth', {
  required: 401,
  forbidden: 403,
  otherSite: 403,
})

export const InputProblem = defineProblems('input', {
  malformed: 400,
  invalid: 400, // faults: one per field
  tooLarge: 413,
  mediaType: 415,
})

export const IdempotencyProblem = defineProblems('idempotency', {
  missing: 400,
  malformed: 400,
  conflict: 409,
})

export const RouteProblem = defineProblems('route', { notFound: 404 })

export const ServerProblem = defineProblems('server', { error: 500, unavailable: 503 })
