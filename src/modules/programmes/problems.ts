import { defineProblems } from '#platform/http/problem.ts'

export const FigureProblem = defineProblems('figure', {
  notFound: 404, // { key }
})

export const ProgrammeProblem = defineProblems('programme', {
  noUnit: 404, // nobody has a programme, and several roots stand side by side: which unit is meant?
})
