import { defineProblems } from '#platform/http/problem.ts'

export const WorkbookProblem = defineProblems('workbook', {
  unreadable: 422, // reason, in words
  tooManyUnits: 422, // count, most
})
