// What everything about a grading stands on: the grading, its rules, its period; and one subject of it.

import { type Period, parsePeriod } from '#kernel/period.ts'
import { readPeriod } from '#modules/indicators/index.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { GradeRules } from '../rules/grade-rules.ts'
import { type KeptRules, rulesById } from '../store/grade-rules.ts'
import { findGradeSubject, type GradeSubjectRow, takeGradeSubject } from '../store/grading-subjects.ts'
import { findGrading, type GradingRow, holdGrading, takeGrading } from '../store/gradings.ts'
import { GradeProblem, GradingProblem } from './problems.ts'

export type GradingGround = { grading: GradingRow; period: Period; kept: KeptRules; rules: GradeRules }

/** @throws grading.notFound */
export async function getGradingRow(db: Db, id: string): Promise<GradingRow> {
  const grading = await findGrading(db, Number(id))
  if (!grading) throw GradingProblem.notFound()
  return grading
}

export async function groundOfGrading(db: Db, grading: GradingRow): Promise<GradingGround> {
  const kept = (await rulesById(db, [grading.rulesId])).get(grading.rulesId)!
  return { grading, period: parsePeriod(grading.period)!, kept, rules: kept.rules }
}

/** A grading that nobody else changes meanwhile. @throws grading.notFound, grading.closed, grading.stale */
export async function takeGround(tx: Tx, id: string, ifMatch?: string): Promise<GradingGround> {
  const grading = await takeGrading(tx, Number(id))
  if (!grading) throw GradingProblem.notFound()
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOfGrading(grading))
    throw GradingProblem.stale()
  return groundOfGrading(tx, grading)
}
export function mustBeOpen({ grading }: GradingGround): void {
  if (grading.state !== 'open') throw GradingProblem.closed()
}

export const etagOfGrading = ({ id, revision }: Pick<GradingRow, 'id' | 'revision'>): string =>
  `"grading-${id}-${revision}"`
export const etagOfSubject = ({ id, revision }: Pick<GradeSubjectRow, 'id' | 'revision'>): string =>
  `"grade-${id}-${revision}"`

type Key = { grading: string; subject: string }
/** @throws grading.notFound, grading.subjectNotFound */
export async function getSubjectRow(db: Db, { grading, subject }: Key): Promise<GradeSubjectRow> {
  const row = await findGradeSubject(db, Number(subject))
  if (row && row.gradingId === Number(grading)) return row
  await getGradingRow(db, grading)
  throw GradingProblem.subjectNotFound()
}

/** A subject of an open grading, of which nobody else says anything meanwhile. */
export async function takeSubject(
  tx: Tx,
  key: Key,
  ifMatch: string | undefined,
): Promise<{ ground: GradingGround; subject: GradeSubjectRow }> {
  await holdGrading(tx, Number(key.grading))
  const ground = await groundOfGrading(tx, await getGradingRow(tx, key.grading))
  mustBeOpen(ground)
  const subject = await takeGradeSubject(tx, Number(key.subject))
  if (!subject || subject.gradingId !== ground.grading.id) throw GradingProblem.subjectNotFound()
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOfSubject(subject))
    throw GradeProblem.stale()
  return { ground, subject }
}

/** Whoever held a code in a period. @throws period.malformed, grading.unitNotFound */
export async function gradedUnit(db: Db, code: string, periodCode: string): Promise<number> {
  const period = readPeriod(periodCode)
  const unit = await unitByCode(db, code, period)
  if (!unit) throw GradingProblem.unitNotFound({ code, period: period.code })
  return unit.id
}
