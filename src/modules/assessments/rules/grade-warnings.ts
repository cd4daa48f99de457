// What an expert would ask about before a grade is decided (`domain.md` §2.8). Pure: facts go in, codes come out.

import type { Ballot, GradeWarning } from '../api/grade-shapes.ts'
import { appliesTo, isAbove, type Stated, unmet, unstated } from './grade-points.ts'
import type { Grade, GradeRules, Level } from './grade-rules.ts'

/** What is known of a subject beside its grade. */
export type Known = {
  isHead: boolean
  /** What points and gates come to; null: it cannot be told. */
  suggested: Level | null
  stated: Stated
  /** Whether anybody scored or stated anything. */
  isScored: boolean
  ballots: readonly Ballot[]
  /** Null: it came from nowhere. */
  cameFrom: string | null
  hasOpinion: boolean
  /** Months in posts in the period; null: an organisation. */
  servedMonths: number | null
  commitments: { all: number; open: number }
  /** The grade of the unit that the person heads, where it was decided for the same period. */
  unitGrade: Grade | null
  /** Other gradings of the same subject for the same period that were decided. */
  others: readonly { grade: Grade; rules: string }[]
}

const isLevel = (grade: Grade | null): grade is Level => grade !== null && grade !== 'exempt'

/** Of one subject with the grade that is proposed or decided; null: none yet. */
export function warnOf(rules: GradeRules, grade: Grade | null, known: Known): GradeWarning[] {
  return [...warnOfPast(rules, grade, known), ...(isLevel(grade) ? warnOfLevel(rules, grade, known) : [])]
}

/** What does not depend on the level. */
function warnOfPast(rules: GradeRules, grade: Grade | null, known: Known): GradeWarning[] {
  const found: GradeWarning[] = []
  const { shortServiceMonths } = rules
  if (known.servedMonths !== null && shortServiceMonths !== null && known.servedMonths < shortServiceMonths)
    if (grade !== 'exempt') found.push(warning('shortService', { months: String(known.servedMonths) }))
  if (grade === 'exempt') return found
  if (known.cameFrom !== null && !known.hasOpinion)
    found.push(warning('opinionMissing', { unit: known.cameFrom }))
  const asksCommitments = rules.groups.some(({ criteria }) => criteria.some((one) => one.onCommitments))
  if (asksCommitments && known.commitments.all === 0) found.push(warning('commitmentsMissing', {}))
  if (grade !== null && known.commitments.open > 0)
    found.push(warning('commitmentsOpen', { count: String(known.commitments.open) }))
  return found
}

function warnOfLevel(rules: GradeRules, level: Level, known: Known): GradeWarning[] {
  const { isHead, suggested, stated, unitGrade } = known
  const found: GradeWarning[] = []
  for (const gate of gatesAgainst(rules, level, known))
    found.push(warning('gated', { gate: gate.code, text: gate.text, atMost: gate.atMost, level }))
  if (suggested && isAbove(level, suggested)) found.push(warning('abovePoints', { level, suggested }))
  for (const { text } of unmet(rules, isHead, level, stated.conditions))
    found.push(warning('conditionUnmet', { text, level }))
  const open = unstated(rules, isHead, level, stated.conditions)
  if (known.isScored && open.length > 0)
    found.push(warning('conditionsOpen', { count: String(open.length), level }))
  if (isHead && isLevel(unitGrade) && isAbove(level, unitGrade))
    found.push(warning('headAboveUnit', { level, unitLevel: unitGrade }))
  for (const other of known.others)
    if (other.grade !== level)
      found.push(warning('differs', { level, otherLevel: other.grade, rules: other.rules }))
  for (const { votes, present } of known.ballots)
    if (present > 0 && 2 * votes[level] < present)
      found.push(warning('ballotAgainst', { votes: String(votes[level]), present: String(present), level }))
  return found
}

/** Gates that hold and lie below the level. */
export const gatesAgainst = (
  rules: GradeRules,
  level: Level,
  { isHead, stated }: Pick<Known, 'isHead' | 'stated'>,
) =>
  rules.gates.filter(
    (gate) => stated.gates.includes(gate.code) && appliesTo(gate, isHead) && isAbove(level, gate.atMost),
  )

/** From so many subjects and so many percent on, a grading that calls everybody good tells nothing. */
const UNIFORM = { subjects: 20, percent: 95 }

/** Of the whole: nearly everybody good or better. */
export function warnOfAll(grades: readonly (Grade | null)[]): GradeWarning[] {
  const levels = grades.filter(isLevel)
  const good = levels.filter((level) => level === 'HTXSNV' || level === 'HTTNV').length
  const percent = levels.length === 0 ? 0 : Math.floor((100 * good) / levels.length)
  return levels.length >= UNIFORM.subjects && percent >= UNIFORM.percent
    ? [warning('uniform', { percent: String(percent) })]
    : []
}

const warning = (code: GradeWarning['code'], details: Record<string, string>): GradeWarning => ({
  code,
  details,
})
