// What is said of one subject, step by step, until it is decided.

import { parsePeriod } from '#kernel/period.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Ballot } from '../api/grade-shapes.ts'
import type { ScoreSide } from '../api/grading-sheet.ts'
import { appliesTo, checkValues, partsOf, type Stated, type Values } from '../rules/grade-points.ts'
import type { Grade, GradeRules } from '../rules/grade-rules.ts'
import {
  type CommitmentRow,
  listCommitments,
  listScores,
  type NewFact,
  sayFacts,
  sayScores,
  type Teller,
} from '../store/grade-facts.ts'
import {
  type GradeSubjectRow,
  listStanding,
  type StandingRow,
  touchSubjects,
} from '../store/grading-subjects.ts'
import type { GradingGround } from './ground.ts'
import { statedOf, tellSide } from './known.ts'
import { GradeProblem, GradingProblem } from './problems.ts'

export type Taken = { ground: GradingGround; subject: GradeSubjectRow }

/** @throws grade.decided: what led to a decision is not changed after it */
export async function mustBeUndecided(tx: Tx, { ground, subject }: Taken): Promise<StandingRow> {
  const [standing] = await listStanding(tx, { gradingId: ground.grading.id, ids: [subject.id] })
  if (standing!.decided) throw GradeProblem.decided()
  return standing!
}

/** One fact of one subject. @throws grade.decided, grade.ballot, grade.noFormerUnit */
export async function sayStep(
  tx: Tx,
  taken: Taken,
  fact: Omit<NewFact, 'subjectId'>,
  who: Teller,
): Promise<void> {
  await mustBeUndecided(tx, taken)
  if (fact.ballot && !addsUp(fact.ballot)) throw GradeProblem.ballot()
  if (fact.step === 'opinion' && taken.subject.cameFromId === null) throw GradeProblem.noFormerUnit()
  await sayFacts(tx, [{ subjectId: taken.subject.id, ...fact }], who)
  await touchSubjects(tx, [taken.subject.id])
}

/** Every paper is of one level or invalid, and nobody votes who was not asked. */
export function addsUp({ invited, present, votes, invalid }: Ballot): boolean {
  const cast = Object.values(votes).reduce((sum, count) => sum + count, invalid)
  return cast === present && present <= invited
}

export type Scoring = {
  side: ScoreSide
  part: string
  values: Values
  conditions: Readonly<Record<string, boolean>> | undefined
  gates: readonly string[] | undefined
}
/** @throws grade.decided, grade.partUnknown, grade.noScores, grade.refused with a fault for each criterion */
export async function saveScores(
  tx: Tx,
  taken: Taken,
  { side, part, values, conditions, gates }: Scoring,
  who: Teller,
): Promise<void> {
  const { ground, subject } = taken
  await mustBeUndecided(tx, taken)
  const { rules, period } = ground
  const parts = partsOf(rules.frame, parsePeriod(period.code)!)
  const isStatedAlone = Object.keys(values).length === 0 && (conditions !== undefined || gates !== undefined)
  if (parts.length > 0 ? !parts.includes(part) && !isStatedAlone : part !== '')
    throw GradeProblem.partUnknown({ part })
  const faults = [
    ...checkValues(rules, subject.isHead, values).map(({ criterion, code }) => ({
      path: `values.${criterion}`,
      code: `grade.value.${code}`,
      details: { criterion },
    })),
    ...unknownStated(rules, subject.isHead, conditions, gates),
  ]
  if (faults.length > 0) throw GradeProblem.refused({ count: String(faults.length) }, faults)
  const at = { subjectId: subject.id, side }
  if (!isStatedAlone) await sayScores(tx, at, { part, values }, who)
  if (conditions !== undefined || gates !== undefined) {
    const before = statedOf(await listScores(tx, [subject.id]), side)
    const stated: Stated = {
      conditions: conditions ?? before?.conditions ?? {},
      gates: gates ?? before?.gates ?? [],
    }
    await sayScores(tx, at, { stated }, who)
  }
  await touchSubjects(tx, [subject.id])
}

function unknownStated(
  { levels, gates }: GradeRules,
  isHead: boolean,
  conditions: Scoring['conditions'],
  holding: Scoring['gates'],
) {
  const codes = new Set(
    [...levels.flatMap((level) => level.conditions), ...gates]
      .filter((one) => appliesTo(one, isHead))
      .map(({ code }) => code),
  )
  const asked = [
    ...Object.keys(conditions ?? {}).map((code) => ({ path: `conditions.${code}`, code })),
    ...(holding ?? []).map((code) => ({ path: `gates.${code}`, code })),
  ]
  return asked
    .filter(({ code }) => !codes.has(code))
    .map(({ path, code }) => ({ path, code: 'grade.value.unknown', details: { criterion: code } }))
}

export type Proposing = { subject: number; grade: Grade; exemption: string | null; reason: string }
/**
 * Proposals for several subjects of a grading that the caller holds. One that is not what the points come to needs a
 * reason; one over a quota is told by the meters and not refused.
 *
 * @throws grading.refused with a fault for each subject
 */
export async function proposeGrades(
  tx: Tx,
  ground: GradingGround,
  proposals: readonly Proposing[],
  who: Teller,
): Promise<void> {
  const ids = proposals.map(({ subject }) => subject)
  const standing = new Map(
    (await listStanding(tx, { gradingId: ground.grading.id, ids })).map((row) => [row.id, row]),
  )
  const scores = Map.groupBy(await listScores(tx, ids), ({ subjectId }) => subjectId)
  const facts: NewFact[] = []
  const faults = proposals.flatMap(({ subject, grade, exemption, reason }, n) => {
    const refuse = (code: string, details = {}) => [{ path: `proposals.${n}`, code, details }]
    const row = standing.get(subject)
    if (!row || row.isErased) return refuse('grading.subjectNotFound')
    if (row.decided) return refuse('grade.decided')
    if (grade === 'exempt' && !ground.rules.exemptions.some(({ code }) => code === exemption))
      return refuse('grade.exemptionUnknown', { exemption: exemption ?? '' })
    const suggested = tellSide(ground, row.isHead, scores.get(subject) ?? [], 'proposal')?.suggested ?? null
    if (grade !== 'exempt' && suggested !== null && suggested !== grade && reason === '')
      return refuse('grade.reasonMissing')
    facts.push({
      subjectId: row.id,
      step: 'proposal',
      grade,
      exemption: grade === 'exempt' ? exemption : null,
      text: reason,
    })
    return []
  })
  if (faults.length > 0) throw GradingProblem.refused({ count: String(faults.length) }, faults)
  await sayFacts(tx, [...new Map(facts.map((fact) => [fact.subjectId, fact])).values()], who)
  await touchSubjects(tx, ids)
}

/** A commitment of a subject that is not decided. @throws grade.commitmentNotFound, grade.commitmentReported */
export async function takeCommitment(
  tx: Tx,
  taken: Taken,
  id: number,
  { mayBeReported }: { mayBeReported: boolean },
): Promise<CommitmentRow> {
  await mustBeUndecided(tx, taken)
  const found = (await listCommitments(tx, [taken.subject.id])).find((row) => row.id === id)
  if (!found) throw GradeProblem.commitmentNotFound()
  if (found.outcome !== null && !mayBeReported) throw GradeProblem.commitmentReported()
  return found
}
