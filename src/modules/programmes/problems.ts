import { defineProblems } from '#platform/http/problem.ts'

export const FigureProblem = defineProblems('figure', {
  notFound: 404, // { key }
})

export const ProgrammeProblem = defineProblems('programme', {
  noUnit: 404, // nobody has a programme, and several roots stand side by side: which unit is meant?
  notFound: 404, // { slug }
  unitNotFound: 404, // { code }
  taken: 409, // { slug }
  refused: 422, // { count }, one fault for each member
})

export const TargetProblem = defineProblems('target', {
  noUnit: 400, // neither `unit` nor `under`
  unitNotFound: 404, // { code, period }
  indicatorNotFound: 404, // { code }
  repeated: 400,
  stale: 409, // { count }, one fault for each: somebody else changed it meanwhile
  reasonNeeded: 422, // { count }, one fault for each target in force
})
