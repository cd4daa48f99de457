import type { Fault } from '#platform/http/problem.ts'
import type { WrongDay } from '../rules/sessions.ts'

/** What may be wrong in one session; its sentence is `problem.studySession.…`. */
const CODES = {
  beforeDirective: 'studySession.beforeDirective', // { issuedOn }
  future: 'studySession.future',
  unitNotFound: 'studySession.unitNotFound', // { code, on }
  outside: 'studySession.outside', // { code }
  recorded: 'studySession.recorded',
  twice: 'studySession.twice', // { row }
  file: 'studySession.file',
} as const satisfies Record<WrongDay, string> & Record<string, string>

/** @param path the member that is wrong, within the session. */
export const fault = (path: string, code: keyof typeof CODES, details?: Record<string, string>): Fault => ({
  path,
  code: CODES[code],
  ...(details && { details }),
})
