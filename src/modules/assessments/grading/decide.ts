// Decisions and notices. This is where a quota blocks: a proposal may be over it, a decision never is.

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { Grade } from '../rules/grade-rules.ts'
import { gatesAgainst } from '../rules/grade-warnings.ts'
import { listFacts, listScores, type NewFact, sayFacts, type Teller } from '../store/grade-facts.ts'
import { listStanding, type StandingRow, touchSubjects } from '../store/grading-subjects.ts'
import { listExceptions, updateGrading } from '../store/gradings.ts'
import type { GradingGround } from './ground.ts'
import { statedOf } from './known.ts'
import { countMeters } from './meters.ts'
import { GradingProblem } from './problems.ts'
import { type Asking, listTied } from './rights.ts'

/** Null `grade`: as it was proposed. */
export type Deciding = { subject: number; grade: Grade | null; exemption: string | null; reason: string }
export type Paper = { number: string; on: Day }
type Decided = NewFact & { subjectId: number; grade: Grade }

/** Faults that are listed one by one. */
const LISTED = 200

/**
 * Decides grades of a grading that the caller holds (`takeGround`). All or none.
 *
 * @param asked undefined: all that are proposed and not decided.
 * @returns ids of the subjects
 * @throws grading.nothingToDo, grading.refused (not proposed, no reason, not apart), grading.gated, grading.overQuota
 */
export async function decideGrades(
  tx: Tx,
  ground: GradingGround,
  { asked, paper, asking }: { asked: readonly Deciding[] | undefined; paper: Paper; asking: Asking },
  who: Teller,
): Promise<number[]> {
  const standing = await listStanding(tx, { gradingId: ground.grading.id })
  const wanted = asked ?? standing.filter(({ proposed, decided }) => proposed && !decided).map(asProposed)
  if (wanted.length === 0) throw GradingProblem.nothingToDo()
  const decided = judge(ground, standing, wanted, paper)
  const rows = standing.filter(({ id }) => decided.some(({ subjectId }) => subjectId === id))
  await mustBeApart(tx, rows, asking)
  await mustPassGates(tx, ground, rows, decided)
  await mustFitQuotas(tx, ground, standing, decided)
  await sayFacts(tx, decided, who)
  const ids = decided.map(({ subjectId }) => subjectId)
  await touchSubjects(tx, ids)
  await updateGrading(tx, ground.grading.id, {})
  return ids
}

const asProposed = ({ id }: StandingRow): Deciding => ({
  subject: id,
  grade: null,
  exemption: null,
  reason: '',
})

/** @throws grading.refused with what is wrong of each subject */
function judge(
  { rules }: GradingGround,
  standing: readonly StandingRow[],
  wanted: readonly Deciding[],
  paper: Paper,
): Decided[] {
  const byId = new Map(standing.map((row) => [row.id, row]))
  const faults: Fault[] = []
  const decided = wanted.flatMap(({ subject, grade: own, exemption, reason }, n): Decided[] => {
    const refuse = (code: string, details = {}) => {
      faults.push({ path: `subjects.${n}`, code, details })
      return []
    }
    const row = byId.get(subject)
    if (!row || row.isErased) return refuse('grading.subjectNotFound')
    const grade = own ?? row.proposed
    if (!grade) return refuse('grade.notProposed')
    if ((grade !== row.proposed || row.decided !== null) && reason === '')
      return refuse('grade.reasonMissing')
    const code = grade === 'exempt' ? (exemption ?? row.exemption) : null
    if (grade === 'exempt' && !rules.exemptions.some((one) => one.code === code))
      return refuse('grade.exemptionUnknown', { exemption: code ?? '' })
    return [{ subjectId: row.id, step: 'decision', grade, exemption: code, text: reason, ...paper }]
  })
  if (faults.length > 0)
    throw GradingProblem.refused({ count: String(faults.length) }, faults.slice(0, LISTED))
  return [...new Map(decided.map((one) => [one.subjectId, one])).values()]
}

async function mustBeApart(tx: Tx, rows: readonly StandingRow[], asking: Asking): Promise<void> {
  const facts = await listFacts(
    tx,
    rows.map(({ id }) => id),
  )
  const tied = await listTied(tx, rows, facts, asking)
  const faults = rows.filter(({ id }) => tied.has(id)).map(({ code }) => faultOf(code, 'grade.notApart'))
  if (faults.length > 0)
    throw GradingProblem.refused({ count: String(faults.length) }, faults.slice(0, LISTED))
}
const faultOf = (code: string, problem: string, details: Record<string, string> = {}): Fault => ({
  path: `subjects.${code}`,
  code: problem,
  details: { code, ...details },
})

async function mustPassGates(
  tx: Tx,
  { rules }: GradingGround,
  rows: readonly StandingRow[],
  decided: readonly Decided[],
): Promise<void> {
  const scores = Map.groupBy(
    await listScores(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ subjectId }) => subjectId,
  )
  const gradeOf = new Map(decided.map(({ subjectId, grade }) => [subjectId, grade]))
  const faults = rows.flatMap(({ id, code, isHead }) => {
    const grade = gradeOf.get(id)!
    const said = scores.get(id) ?? []
    const stated = statedOf(said, 'proposal') ?? statedOf(said, 'self')
    if (grade === 'exempt' || !stated) return []
    return gatesAgainst(rules, grade, { isHead, stated })
      .filter(({ blocks }) => blocks)
      .map(({ text, atMost }) => faultOf(code, 'grading.gate', { text, atMost }))
  })
  if (faults.length > 0) throw GradingProblem.gated({ count: String(faults.length) }, faults.slice(0, LISTED))
}

/** @throws grading.overQuota */
export async function mustFitQuotas(
  tx: Tx,
  ground: GradingGround,
  standing: readonly StandingRow[],
  decided: readonly Pick<Decided, 'subjectId' | 'grade'>[],
): Promise<void> {
  const exceptions = await listExceptions(tx, ground.grading.id)
  const grades = new Map(decided.map(({ subjectId, grade }) => [subjectId, grade]))
  const over = countMeters(ground, standing, exceptions, grades).filter(({ ofDecided }) => ofDecided.isOver)
  const faults = over.map(({ key, quota, ofDecided }) => ({
    path: `groups.${key}`,
    code: 'grading.overGroup',
    details: {
      group: key,
      level: quota.level,
      used: String(ofDecided.used),
      allowed: String(ofDecided.allowed),
    },
  }))
  if (faults.length > 0) throw GradingProblem.overQuota({ count: String(faults.length) }, faults)
}

/**
 * Tells subjects what was decided. @param asked undefined: all that were decided and not told.
 * @throws grading.nothingToDo, grading.refused
 */
export async function noticeGrades(
  tx: Tx,
  { grading }: GradingGround,
  { asked, paper }: { asked: readonly number[] | undefined; paper: Paper },
  who: Teller,
): Promise<number[]> {
  const standing = await listStanding(tx, { gradingId: grading.id })
  const byId = new Map(standing.map((row) => [row.id, row]))
  const wanted =
    asked ?? standing.filter(({ decided, noticedOn }) => decided && !noticedOn).map(({ id }) => id)
  if (wanted.length === 0) throw GradingProblem.nothingToDo()
  const faults = wanted.flatMap((id, n): Fault[] => {
    const row = byId.get(id)
    if (!row) return [{ path: `subjects.${n}`, code: 'grading.subjectNotFound' }]
    if (!row.decided) return [{ path: `subjects.${n}`, code: 'grade.notDecided' }]
    return paper.on < row.decidedOn! ? [{ path: 'on', code: 'grade.daysReversed' }] : []
  })
  if (faults.length > 0)
    throw GradingProblem.refused({ count: String(faults.length) }, faults.slice(0, LISTED))
  const facts = wanted.map((id): NewFact => {
    const { decided } = byId.get(id)!
    return { subjectId: id, step: 'notice', grade: decided, ...paper }
  })
  await sayFacts(tx, facts, who)
  await touchSubjects(tx, wanted)
  return [...wanted]
}
