import { ApiProblem } from '#web/sync/call.ts'

/** What the server said of each member, by its path; the first where it said several. */
export function fieldErrors(problem: unknown): (path: string) => string | undefined {
  const errors = problem instanceof ApiProblem ? problem.told.errors : []
  return (path) => errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message
}
