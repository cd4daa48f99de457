// Gradings as a program writes them: a demo, a migration from another system. Subjects are named by their codes; the rules
// of every step hold as they do for people. Rights and the audit entry are the caller's to see to.

import type { Tx } from '#platform/db/db.ts'
import type { Ballot } from '../api/grade-shapes.ts'
import type { ScoreSide } from '../api/grading-sheet.ts'
import type { Stated, Values } from '../rules/grade-points.ts'
import type { Grade, Level } from '../rules/grade-rules.ts'
import { insertCommitment, type Teller, updateCommitment } from '../store/grade-facts.ts'
import { listStanding } from '../store/grading-subjects.ts'
import { decideGrades, noticeGrades, type Paper } from './decide.ts'
import { takeGround, takeSubject } from './ground.ts'
import { GradingProblem } from './problems.ts'
import type { Asking } from './rights.ts'
import { proposeGrades, saveScores, sayStep } from './say.ts'

/** One thing said of a subject. */
export type GradeStepDraft =
  | { step: 'self'; grade: Level; text?: string }
  | { step: 'opinion'; grade?: Level | null; text: string }
  | { step: 'comment'; body: string; on: string; text?: string; ballot?: Ballot | null }
  | ({ step: 'scores'; side: ScoreSide; part?: string; values: Values } & Partial<Stated>)
  | {
      step: 'commitment'
      text: string
      measure?: string
      outcome?: 'done' | 'partly' | 'not'
      result?: string
    }

/**
 * Says one thing of the subject with this code, before it is decided.
 * @throws grading.notFound, grading.closed, grading.subjectNotFound, and what the step throws for people
 */
export async function stepGrade(
  tx: Tx,
  { grading, code }: { grading: number; code: string },
  draft: GradeStepDraft,
  who: Teller,
): Promise<void> {
  const [subject] = (await listStanding(tx, { gradingId: grading })).filter((row) => row.code === code)
  if (!subject) throw GradingProblem.subjectNotFound()
  const taken = await takeSubject(tx, { grading: String(grading), subject: String(subject.id) }, undefined)
  if (draft.step === 'scores') {
    const { side, part = '', values, conditions, gates } = draft
    return saveScores(tx, taken, { side, part, values, conditions, gates }, who)
  }
  if (draft.step !== 'commitment') return sayStep(tx, taken, draft, who)
  const id = await insertCommitment(tx, subject.id, { text: draft.text, measure: draft.measure ?? '' }, who)
  const { outcome, result = '' } = draft
  if (outcome) await updateCommitment(tx, id, { outcome, result, reported_by: who.by, reported_at: who.at })
}

export type ByCode = { code: string; grade: Grade; exemption?: string; reason?: string }

async function withIds(tx: Tx, grading: number, drafts: readonly ByCode[]) {
  const ids = new Map((await listStanding(tx, { gradingId: grading })).map(({ code, id }) => [code, id]))
  return drafts.map(({ code, grade, exemption = null, reason = '' }) => ({
    subject: ids.get(code) ?? 0,
    grade,
    exemption,
    reason,
  }))
}

/** As for people; @throws grading.refused with what is wrong of each subject */
export async function proposeByCode(
  tx: Tx,
  grading: number,
  drafts: readonly ByCode[],
  who: Teller,
): Promise<void> {
  await proposeGrades(tx, await takeGround(tx, String(grading)), await withIds(tx, grading, drafts), who)
}

/**
 * Decides what is proposed, or what the drafts say. @returns how many
 * @throws grading.overQuota, grading.gated, grading.refused, grading.nothingToDo
 */
export async function decideByCode(
  tx: Tx,
  { grading, paper, drafts }: { grading: number; paper: Paper; drafts?: readonly ByCode[] },
  asking: Asking,
  who: Teller,
): Promise<number> {
  const asked = drafts && (await withIds(tx, grading, drafts))
  const ground = await takeGround(tx, String(grading))
  return (await decideGrades(tx, ground, { asked, paper, asking }, who)).length
}

/** Tells all that were decided and not told. @throws grading.nothingToDo, grading.refused */
export async function noticeDecided(tx: Tx, grading: number, paper: Paper, who: Teller): Promise<number> {
  const ground = await takeGround(tx, String(grading))
  return (await noticeGrades(tx, ground, { asked: undefined, paper }, who)).length
}
