import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const IndicatorProblem = defineProblems('indicator', {
  notFound: 404, // { code }
  taken: 409, // { code }
})

export const PeriodProblem = defineProblems('period', {
  malformed: 400, // { code }
})

export const UnitProblem = defineProblems('unit', {
  notFound: 404, // { code, on }
})

export const ReportProblem = defineProblems('report', {
  notFound: 404, // { form, unit, period }
  formNotFound: 404, // { form }
  wrongFrequency: 422, // { form, period }
  invalid: 422, // faults, one per cell
  notNow: 409, // { action, state }
  ownSubmission: 403,
  stale: 412, // { current }
  closed: 409, // { form, period, on }
})

export const CutoffProblem = defineProblems('cutoff', {
  notFound: 404,
  over: 422, // { until }
  endsTooEarly: 422, // { validFrom }
})

// Two first savers of one report: the second has not seen what the first wrote.
onConstraint('reports_form_unit_period_key', () => ReportProblem.stale({ current: '' }))

export const FormProblem = defineProblems('form', {
  taken: 409, // { form }
})

export const DefinitionProblem = defineProblems('definition', {
  refused: 422, // { count }, one fault for each member that is wrong or may not change
})
