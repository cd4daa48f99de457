import * as z from 'zod'
import { type Lang, translator } from '#platform/i18n/translate.ts'
import type { Problem } from './problem.ts'

/** A Problem as RFC 9457 has it; `application/problem+json`. `code` is stable, the texts are for people. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
})
export type ProblemBody = z.infer<typeof ProblemBody>

/** A Problem in the reader's language. */
export function problemBody(problem: Problem, lang: Lang): ProblemBody {
  const t = translator(lang)
  return {
    ...problem.details.members,
    type: `urn:songma:problem:${problem.code}`,
    title: t(`status.${problem.status}`),
    status: problem.status,
    code: problem.code,
    detail: t(`problem.${problem.code}`, problem.details),
    errors: problem.faults.map(({ path, code, details }) => ({
      path,
      message: t(`problem.${code}`, details),
    })),
  }
}
