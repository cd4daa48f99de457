// Tokens: each is one answer. They are told once, to whoever gives them out; what is kept is their hash.

import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#platform/db/db.ts'
import type { HandedOut } from '../api/surveys.ts'
import { ScoreProblem } from '../scoring/problems.ts'
import { listSubjects, type SubjectRow } from '../store/round-subjects.ts'
import { insertTokens } from '../store/survey-answers.ts'
import type { SurveyRow } from '../store/surveys.ts'
import { SurveyProblem } from './problems.ts'

/** Short enough for a small QR code, too long to be guessed. */
const TOKEN_BYTES = 12
const MOST = 5_000
const ALL = 100_000

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * @throws survey.notRunning, survey.groupUnknown, survey.tooMany, score.subjectNotFound
 */
export async function handOutTokens(
  tx: Tx,
  survey: SurveyRow,
  { group, units, count }: { group: string; units?: readonly string[] | undefined; count: number },
): Promise<HandedOut[]> {
  if (survey.state !== 'running') throw SurveyProblem.notRunning()
  if (!survey.groups.some(({ code }) => code === group)) throw SurveyProblem.groupUnknown({ code: group })
  const subjects = pick(await listSubjects(tx, survey.roundId, { limit: ALL }), units)
  const total = subjects.length * count
  if (total > MOST) throw SurveyProblem.tooMany({ count: String(total), most: String(MOST) })
  const made = subjects.map((subject) => ({
    subject,
    tokens: Array.from({ length: count }, () => randomBytes(TOKEN_BYTES).toString('base64url')),
  }))
  await insertTokens(
    tx,
    survey.id,
    made.flatMap(({ subject: { unitId }, tokens }) =>
      tokens.map((token) => ({ sha256: hashOf(token), unitId, group })),
    ),
  )
  return made.map(({ subject: { code, name }, tokens }) => ({ unit: { code, name }, group, tokens }))
}

function pick(subjects: readonly SubjectRow[], units: readonly string[] | undefined): SubjectRow[] {
  if (units === undefined) return [...subjects]
  const byCode = new Map(subjects.map((subject) => [subject.code, subject]))
  return [...new Set(units)].map((code) => {
    const subject = byCode.get(code)
    if (!subject) throw ScoreProblem.subjectNotFound()
    return subject
  })
}
