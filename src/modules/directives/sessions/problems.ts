import { onConstraint } from '#platform/db/errors.ts'
import { defineProblems } from '#platform/http/problem.ts'

export const SessionProblem = defineProblems('studySession', {
  notFound: 404,
  directiveNotFound: 404,
  unitNotFound: 404, // { code, on }
  refused: 422, // one fault for each member that is wrong
  rowsRefused: 422, // { count }, one fault for each: `rows.3.unit`
  recorded: 409, // the same session stands already
  withdrawn: 409,
  stale: 412,
})

// Two who record the same session at once: the second learns that it is there.
onConstraint('study_sessions_directive_id_unit_id_held_on_cell_key', () => SessionProblem.recorded())
