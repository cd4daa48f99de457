// What is known of subjects beside their grades: scores, what they come to, ballots, other grades. Read for many at once.

import { listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { ScoreSide, SideScores } from '../api/grading-sheet.ts'
import { partsOf, pointsOf, type Stated, suggest, tellPoints } from '../rules/grade-points.ts'
import type { Grade, Level } from '../rules/grade-rules.ts'
import type { Known } from '../rules/grade-warnings.ts'
import {
  type CommitmentRow,
  type FactRow,
  listCommitments,
  listFacts,
  listScores,
  type ScoreRow,
} from '../store/grade-facts.ts'
import { type DecidedRow, type GradeSubjectRow, listDecided } from '../store/grading-subjects.ts'
import type { GradingGround } from './ground.ts'

const NOTHING: Stated = { conditions: {}, gates: [] }
export const statedOf = (scores: readonly ScoreRow[], side: ScoreSide): Stated | undefined =>
  scores.find((row) => row.side === side && row.stated)?.stated

/** What one side says of the criteria and what it comes to; null: nothing was said. */
export function tellSide(
  { rules, period }: Pick<GradingGround, 'rules' | 'period'>,
  isHead: boolean,
  scores: readonly ScoreRow[],
  side: ScoreSide,
): (SideScores & { suggested: Level | null; stated: Stated }) | null {
  const own = scores.filter((row) => row.side === side)
  if (own.length === 0) return null
  const stated = statedOf(own, side) ?? NOTHING
  const scored = own.flatMap(({ part, values, by, at }) =>
    values && Object.keys(values).length > 0 ? [{ part, values, by, at }] : [],
  )
  const { parts, groups, points } = pointsOf(rules, isHead, scored)
  return {
    parts: scored.map(({ part, values, by, at }, n) => ({
      part,
      values,
      points: tellPoints(parts[n]!),
      by,
      at: at.toISOString(),
    })),
    groups: groups.map((group) => ({ ...group, points: tellPoints(group.points) })),
    points: tellPoints(points),
    scored: scored.length,
    of: Math.max(partsOf(rules.frame, period).length, 1),
    conditions: stated.conditions,
    gates: [...stated.gates],
    suggested: suggest(rules, isHead, points, stated),
    stated,
  }
}

/** Everything read of some subjects of one grading. */
export type Dossier = {
  scores: ScoreRow[]
  facts: FactRow[]
  commitments: CommitmentRow[]
  cameFrom: { code: string; name: string } | null
  unitGrade: Grade | null
  others: DecidedRow[]
}

export async function loadDossiers(
  db: Db,
  { grading, period }: GradingGround,
  subjects: readonly GradeSubjectRow[],
): Promise<Map<number, Dossier>> {
  const ids = subjects.map(({ id }) => id)
  const personIds = subjects.flatMap(({ personId }) => personId ?? [])
  const headed = subjects.flatMap(({ isHead, personId, unitId }) =>
    isHead && personId !== null ? unitId : [],
  )
  const [scores, facts, commitments] = [
    Map.groupBy(await listScores(db, ids), ({ subjectId }) => subjectId),
    Map.groupBy(await listFacts(db, ids), ({ subjectId }) => subjectId),
    Map.groupBy(await listCommitments(db, ids), ({ subjectId }) => subjectId),
  ]
  const others = (await listDecided(db, { personIds })).filter(
    (row) => row.period === grading.period && row.gradingId !== grading.id,
  )
  const ofUnits = (await listDecided(db, { unitIds: headed })).filter((row) => row.period === grading.period)
  const former = await listUnitNames(
    db,
    subjects.flatMap(({ cameFromId }) => cameFromId ?? []),
    period.endsOn,
  )
  return new Map(
    subjects.map(({ id, personId, unitId, cameFromId, isHead }) => [
      id,
      {
        scores: scores.get(id) ?? [],
        facts: facts.get(id) ?? [],
        commitments: commitments.get(id) ?? [],
        cameFrom: former.find((unit) => unit.id === cameFromId) ?? null,
        unitGrade: (isHead && ofUnits.findLast((row) => row.unitId === unitId)?.grade) || null,
        others: others.filter((row) => personId !== null && row.personId === personId),
      },
    ]),
  )
}

/** What warnings are made of. The proposal's side speaks, and the subject's own where there is none. */
export function knownOf(
  ground: GradingGround,
  { isHead, servedMonths }: Pick<GradeSubjectRow, 'isHead' | 'servedMonths'>,
  { scores, facts, commitments, cameFrom, unitGrade, others }: Dossier,
): Known & { points: string | null } {
  const side =
    tellSide(ground, isHead, scores, 'proposal') ?? tellSide(ground, isHead, scores, 'self') ?? undefined
  const current = facts.filter(({ isCurrent }) => isCurrent)
  return {
    isHead,
    points: side?.points ?? null,
    suggested: side?.suggested ?? null,
    stated: side?.stated ?? NOTHING,
    isScored: side !== undefined,
    ballots: current.flatMap(({ ballot }) => ballot ?? []),
    cameFrom: cameFrom?.name ?? null,
    hasOpinion: current.some(({ step }) => step === 'opinion'),
    servedMonths,
    commitments: {
      all: commitments.length,
      open: commitments.filter(({ outcome }) => outcome === null).length,
    },
    unitGrade,
    others: others.map(({ grade, rulesName }) => ({ grade, rules: rulesName })),
  }
}
