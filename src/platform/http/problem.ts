// A Problem is a failure the caller can act on. Anything else that is thrown is
// a bug: it is logged with its stack and answered with a bare 500.

export type Status = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503
/**
 * What the sentence says. `retryAfterSeconds` is sent as Retry-After too; `members` stand in the answer beside the
 * usual ones, for programs.
 */
export type Details = Record<string, unknown> & {
  retryAfterSeconds?: number
  members?: Record<string, unknown>
}
/** One thing wrong inside the input: where (`values.3.value`) and which sentence (i18n key after `problem.`). */
export type Fault = { path: string; code: string; details?: Details }

export class Problem extends Error {
  override name = 'Problem'
  readonly code: string
  readonly status: Status
  readonly details: Details
  readonly faults: readonly Fault[]

  constructor(code: string, status: Status, details: Details = {}, faults: readonly Fault[] = []) {
    super(code)
    this.code = code
    this.status = status
    this.details = details
    this.faults = faults
  }
}

/** Declares a module's problems. The code is `noun.state`; its sentence is the i18n key `problem.noun.state`. */
export function defineProblems<const T extends Record<string, Status>>(noun: string, statuses: T) {
  const make = ([name, status]: [string, Status]) => [
    name,
    (details?: Details, faults?: readonly Fault[]) => new Problem(`${noun}.${name}`, status, details, faults),
  ]
  return Object.fromEntries(Object.entries(statuses).map(make)) as {
    readonly [K in keyof T]: (details?: Details, faults?: readonly Fault[]) => Problem
  }
}
