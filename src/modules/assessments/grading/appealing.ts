// What an appeal against a grade needs: what was told and until when it may be answered, who must stay out of deciding on
// it, and the grade that an upheld appeal gives. The appeal itself lies in `appeals/`.

import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Grade } from '../rules/grade-rules.ts'
import { listFacts, sayFacts, type Teller } from '../store/grade-facts.ts'
import { findGradeSubject, listStanding, touchSubjects } from '../store/grading-subjects.ts'
import { updateGrading } from '../store/gradings.ts'
import { mustFitQuotas, type Paper } from './decide.ts'
import { getGradingRow, takeGround } from './ground.ts'
import { GradingProblem } from './problems.ts'
import { appealUntil } from './tell-sheet.ts'

/** A grade that was told to its subject. */
export type AppealableGrade = {
  subjectId: number
  gradingId: number
  gradingName: string
  period: string
  keeperId: number
  kind: 'units' | 'people'
  unitId: number
  /** Null: an organisation. */
  personId: number | null
  code: string
  name: string
  grade: Grade
  noticedOn: Day
  /** The last day on which an appeal is taken; null: none is. */
  until: Day | null
  /** Names of the accounts that proposed, decided or were acted for in it: none of them owns the appeal. */
  deciders: string[]
}

/** Undefined: there is no such subject, or nothing was told to it yet. */
export async function findAppealableGrade(db: Db, subjectId: number): Promise<AppealableGrade | undefined> {
  const subject = await findGradeSubject(db, subjectId)
  if (!subject || subject.isErased) return undefined
  const grading = await getGradingRow(db, String(subject.gradingId))
  const [standing] = await listStanding(db, { gradingId: grading.id, ids: [subjectId] })
  if (!standing?.decided || standing.noticedOn === null) return undefined
  const facts = (await listFacts(db, [subjectId])).filter(({ step }) =>
    ['proposal', 'decision'].includes(step),
  )
  return {
    subjectId,
    gradingId: grading.id,
    gradingName: grading.name,
    period: grading.period,
    keeperId: grading.keeperId,
    kind: grading.subjects,
    unitId: subject.unitId,
    personId: subject.personId,
    code: subject.code,
    name: subject.name,
    grade: standing.decided,
    noticedOn: standing.noticedOn,
    until: appealUntil(grading, standing.noticedOn),
    deciders: [...new Set(facts.flatMap((fact) => [fact.by, ...(fact.for === null ? [] : [fact.for])]))],
  }
}

/**
 * Decides a grade anew on an upheld appeal, and tells it; the grading may be closed. The quota holds here too. Who may, and
 * the audit entry, are the caller's to see to.
 *
 * @returns the grade before and after
 * @throws grading.subjectNotFound, grading.overQuota
 */
export async function regradeOnAppeal(
  tx: Tx,
  { subjectId, grade, reason, paper }: { subjectId: number; grade: Grade; reason: string; paper: Paper },
  who: Teller,
): Promise<{ before: Grade; after: Grade }> {
  const found = await findAppealableGrade(tx, subjectId)
  if (!found) throw GradingProblem.subjectNotFound()
  const ground = await takeGround(tx, String(found.gradingId))
  const standing = await listStanding(tx, { gradingId: found.gradingId })
  await mustFitQuotas(tx, ground, standing, [{ subjectId, grade }])
  const facts = (['decision', 'notice'] as const).map((step) => ({
    subjectId,
    step,
    grade,
    text: step === 'decision' ? reason : '',
    ...paper,
  }))
  await sayFacts(tx, facts, who)
  await touchSubjects(tx, [subjectId])
  await updateGrading(tx, found.gradingId, {})
  return { before: found.grade, after: grade }
}
