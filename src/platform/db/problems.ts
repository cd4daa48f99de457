import { defineProblems } from '../http/problem.ts'

/** `place` is the folder, or the server and database without the password. */
export const DatabaseProblem = defineProblems('database', {
  held: 503, // by a command: folder, pid
  served: 503, // by a server: folder, pid
  lost: 503, // the server that ran a command stopped
  missing: 404,
  outdated: 409,
  newer: 409,
  unreachable: 503,
  unreadable: 503,
  tooOld: 409,
})
