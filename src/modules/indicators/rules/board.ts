// Completeness and timeliness: which reports have come, and when, of those that were expected.

import { type Day, dayOf } from '#kernel/day.ts'
import type { BoardCell, BoardCount } from '../api/board.ts'
import type { ReportState } from '../schema.ts'
import { daysLate } from './cutoff.ts'

/** Where one unit's report stands. */
export type Standing = {
  state: ReportState
  /** Of the unit's own first submission; null: not yet, or an office brought the report in. */
  firstSubmittedAt: Date | null
  /** A version is submitted or approved, and counts. */
  isSubmitted: boolean
  isApproved: boolean
}

/** @param standing undefined: nothing saved yet. What an office brought in is not late: nobody knows when it came. */
export function cellOf(standing: Standing | undefined, dueOn: Day | null, today: Day): BoardCell {
  const submittedOn = standing?.firstSubmittedAt ? dayOf(standing.firstSubmittedAt) : null
  const isBroughtIn = standing?.isSubmitted && !submittedOn
  return {
    state: standing?.state ?? null,
    dueOn,
    submittedOn,
    daysLate: isBroughtIn ? 0 : daysLate(dueOn, submittedOn, today),
  }
}

const NONE: BoardCount = { expected: 0, submitted: 0, approved: 0, inTime: 0, overdue: 0 }

/** Counts cells with the standings behind them. In time: submitted by the unit itself by the due day, or without one. */
export function countCells(cells: Iterable<readonly [BoardCell, Standing | undefined]>): BoardCount {
  const count = { ...NONE }
  for (const [cell, standing] of cells) {
    count.expected += 1
    if (standing?.isSubmitted) count.submitted += 1
    if (standing?.isApproved) count.approved += 1
    if (cell.submittedOn !== null && cell.daysLate === 0) count.inTime += 1
    if (isOverdue(cell)) count.overdue += 1
  }
  return count
}

/** Never submitted, and past the due day. */
export const isOverdue = (cell: BoardCell): boolean => cell.submittedOn === null && cell.daysLate > 0
