// Rounds as a program drives them that has no account: the demo. Rights and the audit entry are the caller's to see to.

import type { Tx } from '#platform/db/db.ts'
import type { EvidenceInput } from '../api/score-shapes.ts'
import { insertEvidence } from '../store/evidence.ts'
import { markExplained, markSent, takeSubjects } from '../store/round-subjects.ts'
import { getRound } from './ground.ts'
import { ScoreProblem } from './problems.ts'

type Mark = { by: string; at: Date }

/**
 * Units have sent their own scores, or ended explaining.
 * @throws score.subjectNotFound
 */
export async function markSubjects(
  tx: Tx,
  roundId: number,
  codes: readonly string[],
  step: 'sent' | 'explained',
  mark: Mark,
): Promise<void> {
  const subjects = await takeSubjects(tx, roundId, codes)
  if (subjects.size !== new Set(codes).size) throw ScoreProblem.subjectNotFound()
  for (const subject of subjects.values())
    await (step === 'sent' ? markSent(tx, subject, mark) : markExplained(tx, subject, mark))
}

/**
 * Adds a piece of evidence to a unit of a round. That its criteria are of the scheme is not checked.
 *
 * @returns its id
 * @throws round.notFound, score.subjectNotFound
 */
export async function attachEvidence(
  tx: Tx,
  { roundId, unit }: { roundId: number; unit: string },
  evidence: EvidenceInput,
  { by, at }: Mark,
): Promise<number> {
  const { scheme, period } = await getRound(tx, String(roundId))
  const subject = (await takeSubjects(tx, roundId, [unit])).get(unit)
  if (!subject) throw ScoreProblem.subjectNotFound()
  return insertEvidence(tx, { scheme, period, unitId: subject.unitId }, evidence, { by, byId: null, at })
}
