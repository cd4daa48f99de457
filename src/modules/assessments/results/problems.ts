import { defineProblems } from '#platform/http/problem.ts'

export const ResultProblem = defineProblems('result', {
  notFound: 404,
  unitNotFound: 404, // { unit }
  notNow: 409, // { state }: the council has not met, or it is published
  dayToCome: 422, // { day }
  beforePeriod: 422, // { day, period }: before the period ends
  notExternal: 409, // { scheme }: is scored here, so a round publishes it
  exists: 409, // { scheme, period }
})
