// The meters of a grading's quotas, as they stand and as decisions would leave them.

import type { Db } from '#platform/db/db.ts'
import type { GradeException, Meter } from '../api/grade-shapes.ts'
import { type Filled, fillMeters } from '../rules/grade-quota.ts'
import type { Grade } from '../rules/grade-rules.ts'
import { listStanding, type StandingRow } from '../store/grading-subjects.ts'
import { type ExceptionRow, listExceptions } from '../store/gradings.ts'
import type { GradingGround } from './ground.ts'

export type Counted = { standing: StandingRow[]; exceptions: ExceptionRow[]; filled: Filled<ExceptionRow>[] }

/** @param decided grades that would be decided, by subject; they stand before what is. */
export function countMeters(
  { rules }: Pick<GradingGround, 'rules'>,
  standing: readonly StandingRow[],
  exceptions: readonly ExceptionRow[],
  decided: ReadonlyMap<number, Grade> = new Map(),
): Filled<ExceptionRow>[] {
  const subjects = standing.map((row) => ({
    group: row.group,
    unit: { code: row.unitCode, name: row.unitName },
    proposed: row.proposed,
    decided: decided.get(row.id) ?? row.decided,
  }))
  return fillMeters(rules.quotas, subjects, exceptions)
}

export async function loadMeters(db: Db, ground: GradingGround): Promise<Counted> {
  const standing = await listStanding(db, { gradingId: ground.grading.id })
  const exceptions = await listExceptions(db, ground.grading.id)
  return { standing, exceptions, filled: countMeters(ground, standing, exceptions) }
}

export const tellMeter = ({
  key,
  quota,
  members,
  proposed,
  decided,
  ofProposed,
  ofDecided,
  readings,
  exception,
}: Filled<ExceptionRow>): Meter => ({
  key,
  group: quota.groupBy === 'group' || quota.groupBy === 'unitAndGroup' ? (members[0]?.group ?? '') : '',
  unit: quota.groupBy === 'unit' || quota.groupBy === 'unitAndGroup' ? (members[0]?.unit ?? null) : null,
  level: quota.level,
  percent: exception?.percent ?? quota.percent,
  base: quota.base,
  proposed,
  decided,
  ofProposed,
  ofDecided,
  readings,
  exception: exception && {
    id: String(exception.id),
    percent: exception.percent,
    approver: exception.approver,
    number: exception.number,
    on: exception.on,
  },
})

export const tellException = ({ id, at, ...row }: ExceptionRow): GradeException => ({
  id: String(id),
  ...row,
  at: at.toISOString(),
})
