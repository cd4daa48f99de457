import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import { findAppealableGrade } from '../grading/appealing.ts'
import { dueDay, lastDayToFile } from '../rules/appeal.ts'
import { ADJUSTMENT } from '../schema.ts'
import { groundOf } from '../scoring/ground.ts'
import { RoundProblem, ScoreProblem } from '../scoring/problems.ts'
import { type AppealRow, findAppeal, insertAppeal, isDecidedBefore } from '../store/appeals.ts'
import { listResultsOf } from '../store/results.ts'
import { findSubject } from '../store/round-subjects.ts'
import { holdRound, type RoundRow } from '../store/rounds.ts'
import type { Sayer } from '../store/said.ts'
import { AppealProblem } from './problems.ts'

export type Filing = {
  round: string
  unit: string
  /** Left out: the result as a whole. */
  criterion?: string | undefined
  claim: string
}

/**
 * Files an appeal of a unit against what was published of it; the clock begins today. Permission and the audit entry
 * (`entryOfAppeal`) are the caller's to see to.
 *
 * @throws round.notFound, score.subjectNotFound, score.criterionNotFound, appeal.notPublished, appeal.none,
 * appeal.tooLate, appeal.decidedBefore, appeal.exists
 */
export async function fileAppeal(
  tx: Tx,
  { round: roundId, unit, criterion = '', claim }: Filing,
  who: Sayer & { today: Day },
): Promise<AppealRow> {
  const round = await holdRound(tx, Number(roundId))
  if (!round) throw RoundProblem.notFound()
  const subject = await findSubject(tx, round.id, unit)
  if (!subject) throw ScoreProblem.subjectNotFound()
  mustBeOpen(round, who.today)
  const { ready } = await groundOf(tx, round)
  const isKnown =
    criterion === '' || ready.criterionOf.has(criterion) || (criterion === ADJUSTMENT && ready.scheme.adjust)
  if (!isKnown) throw ScoreProblem.criterionNotFound({ criterion })
  const about = { roundId: round.id, unitId: subject.unitId, criterion }
  if (await isDecidedBefore(tx, about)) throw AppealProblem.decidedBefore()
  const against = (await listResultsOf(tx, [round.id])).at(-1)
  if (!against) throw AppealProblem.notPublished()
  const draft = { kind: 'score' as const, ...about, gradeSubject: null, resultId: against.id, claim }
  const id = await insertAppeal(tx, { ...draft, dueOn: dueDay(who.today) }, who)
  return (await findAppeal(tx, id))!
}

function mustBeOpen({ state, publishedOn, appealDays }: RoundRow, today: Day): void {
  if (state !== 'published' || publishedOn === null) throw AppealProblem.notPublished()
  const until = lastDayToFile(publishedOn, appealDays)
  if (until === null) throw AppealProblem.none()
  if (today > until) throw AppealProblem.tooLate({ until })
}

/**
 * Files an appeal against a grade that was told to its subject; the clock begins today.
 *
 * @throws grading.subjectNotFound, appeal.notPublished, appeal.none, appeal.tooLate, appeal.exists
 */
export async function fileGradeAppeal(
  tx: Tx,
  { subjectId, claim }: { subjectId: number; claim: string },
  who: Sayer & { today: Day },
): Promise<AppealRow> {
  const grade = await findAppealableGrade(tx, subjectId)
  if (!grade) throw AppealProblem.notPublished()
  if (grade.until === null) throw AppealProblem.none()
  if (who.today > grade.until) throw AppealProblem.tooLate({ until: grade.until })
  const draft = {
    kind: 'grade' as const,
    roundId: null,
    gradeSubject: subjectId,
    resultId: null,
    criterion: '',
  }
  const id = await insertAppeal(tx, { ...draft, unitId: grade.unitId, claim, dueOn: dueDay(who.today) }, who)
  return (await findAppeal(tx, id))!
}
