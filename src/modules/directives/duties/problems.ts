import { defineProblems } from '#platform/http/problem.ts'

export const DutyProblem = defineProblems('duty', {
  notFound: 404,
  directiveNotFound: 404,
  unitNotFound: 404, // { code, on }
  refused: 422, // one fault for each member that is wrong
  noUnits: 422, // nobody stands there on that day
  tooMany: 422, // { most }: occurrences of one duty, all units together
  notNow: 409, // { state, act }: the state allows no such act
  ownAnswer: 409, // whoever answered does not decide
  noDue: 409,
  dueEarlier: 422, // { dueOn }
  stale: 412,
  notEnded: 409, // { code }: only the duties of a unit that has ended are passed on
  nothingOpen: 409,
})
