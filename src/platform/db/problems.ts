import { defineProblems } from '../http/problem.ts'

/** Details: `folder` or `server` (without its password), and `pid` of whoever holds the folder. */
export const DatabaseProblem = defineProblems('database', {
  held: 503,
  missing: 404,
  outdated: 409,
  newer: 409,
  unreachable: 503,
  unreadable: 503,
  tooOld: 409,
})
