// Deciding an appeal: what its owner says becomes final, and what was published is published anew.

import type { Day } from '#kernel/day.ts'
import { dayOf } from '#kernel/day.ts'
import { compareExact, readExact } from '#kernel/exact.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { Input } from '../api/score-shapes.ts'
import { regradeOnAppeal } from '../grading/appealing.ts'
import { republishRound } from '../results/publish.ts'
import { isBetterGrade } from '../rules/appeal.ts'
import type { Grade } from '../rules/grade-rules.ts'
import { ScoreProblem } from '../scoring/problems.ts'
import type { Rights } from '../scoring/rights.ts'
import { judgeWanted } from '../scoring/say-score.ts'
import { cellOf, viewsOf } from '../scoring/view.ts'
import { type AppealRow, findAppeal, setDecision } from '../store/appeals.ts'
import { listResultsOf, loadParts, type ResultRow } from '../store/results.ts'
import { takeSubjects } from '../store/round-subjects.ts'
import { type Sayer, type Saying, say } from '../store/said.ts'
import type { Matter } from './matter.ts'
import { AppealProblem } from './problems.ts'

export type Ruling = {
  outcome: 'upheld' | 'rejected'
  reason: string
  number: string
  decidedOn: Day
  scores: readonly { criterion: string; input: Input; reason: string; note: string }[]
}
export type Ruled = { appeal: AppealRow; result: ResultRow | null; said: Saying[] }

/**
 * Decides an appeal about a score. That the caller owns it and stands apart, and the audit entries, are the caller's to
 * see to.
 *
 * @param rights of whoever decides, to read the sheet by
 * @throws appeal.dayToCome, appeal.beforeFiling, appeal.scoresMissing, appeal.scoresIdle, appeal.otherCriterion,
 * score.criterionNotFound, score.refused with a fault for each score, appeal.notBetter
 */
export async function decideAppeal(
  tx: Tx,
  { appeal, matter, rights }: { appeal: AppealRow; matter: Matter; rights: Rights },
  ruling: Ruling,
  who: Sayer & { today: Day },
): Promise<Ruled> {
  judgeRuling(appeal, ruling, who.today)
  const upheld =
    ruling.outcome === 'upheld' ? await uphold(tx, { appeal, matter, rights }, ruling, who) : null
  await setDecision(tx, appeal.id, {
    state: ruling.outcome,
    number: ruling.number,
    reason: ruling.reason,
    on: ruling.decidedOn,
    by: who.by,
    for: who.for,
    at: who.at,
    newResultId: upheld?.result.id ?? null,
  })
  return {
    appeal: (await findAppeal(tx, appeal.id))!,
    result: upheld?.result ?? null,
    said: upheld?.said ?? [],
  }
}

function judgeRuling(appeal: AppealRow, { outcome, decidedOn, scores }: Ruling, today: Day): void {
  judgeDay(appeal, decidedOn, today)
  if (outcome === 'rejected' && scores.length > 0) throw AppealProblem.scoresIdle()
  if (outcome === 'upheld' && scores.length === 0) throw AppealProblem.scoresMissing()
  const other = scores.find(({ criterion }) => appeal.criterion !== '' && criterion !== appeal.criterion)
  if (other) throw AppealProblem.otherCriterion({ criterion: appeal.criterion })
}

function judgeDay({ filedAt }: AppealRow, day: Day, today: Day): void {
  const filedOn = dayOf(filedAt)
  if (day > today) throw AppealProblem.dayToCome({ day })
  if (day < filedOn) throw AppealProblem.beforeFiling({ day, filedOn })
}

export type GradeRuling = Pick<Ruling, 'outcome' | 'reason' | 'number' | 'decidedOn'> & {
  grade: Grade | undefined
}
/**
 * Decides an appeal about a grade: upheld, another grade is decided and told, within the quota.
 *
 * @throws appeal.dayToCome, appeal.beforeFiling, appeal.gradeMissing, appeal.gradeIdle, appeal.notBetter,
 * grading.overQuota
 */
export async function decideGradeAppeal(
  tx: Tx,
  appeal: AppealRow,
  { outcome, reason, number, decidedOn, grade }: GradeRuling,
  who: Sayer & { today: Day },
): Promise<{ appeal: AppealRow; change: { before: Grade; after: Grade } | null }> {
  judgeDay(appeal, decidedOn, who.today)
  if (outcome === 'rejected' && grade !== undefined) throw AppealProblem.gradeIdle()
  if (outcome === 'upheld' && grade === undefined) throw AppealProblem.gradeMissing()
  const paper = { number, on: decidedOn }
  const change =
    grade === undefined
      ? null
      : await regradeOnAppeal(tx, { subjectId: appeal.gradeSubject!, grade, reason, paper }, who)
  if (change && !isBetterGrade(change)) throw AppealProblem.notBetter()
  const { by, for: actedFor, at } = who
  const told = { number, reason, on: decidedOn, by, for: actedFor, at, newResultId: null }
  await setDecision(tx, appeal.id, { state: outcome, ...told })
  return { appeal: (await findAppeal(tx, appeal.id))!, change }
}

async function uphold(
  tx: Tx,
  { appeal, matter, rights }: { appeal: AppealRow; matter: Matter; rights: Rights },
  ruling: Ruling,
  who: Sayer & { today: Day },
): Promise<{ result: ResultRow; said: Saying[] }> {
  const { ground, subject } = matter
  await takeSubjects(tx, ground.round.id, [subject.code])
  const [view] = await viewsOf(tx, ground, [subject], rights)
  const faults: Fault[] = []
  const said: Saying[] = []
  for (const [n, score] of ruling.scores.entries()) {
    const judged = judgeWanted(cellOf(view!, score.criterion), { stage: 'final', ...score })
    if ('saying' in judged) said.push(judged.saying)
    else faults.push(...judged.faults.map((fault) => ({ ...fault, path: `scores.${n}.${fault.path}` })))
  }
  if (faults.length > 0) throw ScoreProblem.refused({ count: String(faults.length) }, faults)
  const before = (await listResultsOf(tx, [ground.round.id])).at(-1)!
  await say(tx, said, who)
  const { number: decision, decidedOn, reason } = ruling
  const { result } = await republishRound(tx, ground.round.id, { decision, decidedOn, reason }, who)
  const points = async (resultId: number) =>
    readExact((await loadParts(tx, resultId, [appeal.unitId])).get(appeal.unitId)!.points)!
  if (compareExact(await points(result.id), await points(before.id)) <= 0) throw AppealProblem.notBetter()
  return { result, said }
}
