// When an appeal is taken, how its clock runs, and who may own it.

import { addDays, type Day } from '#kernel/day.ts'
import { type Grade, LEVELS } from './grade-rules.ts'

/** Days from filing to the decision: as long as a first complaint may take. */
export const DECIDED_WITHIN_DAYS = 30

/** The last day on which an appeal is taken; null: none is. */
export const lastDayToFile = (publishedOn: Day, appealDays: number): Day | null =>
  appealDays === 0 ? null : addDays(publishedOn, appealDays)

export const dueDay = (filedOn: Day): Day => addDays(filedOn, DECIDED_WITHIN_DAYS)

const DAY_MS = 86_400_000
const between = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** @param endedOn when it was decided or withdrawn; null: it waits, and the clock runs. */
export function clockOf(dueOn: Day, today: Day, endedOn: Day | null) {
  const left = between(endedOn ?? today, dueOn)
  return {
    dueOn,
    daysLeft: endedOn === null ? Math.max(0, left) : 0,
    daysLate: Math.max(0, -left),
    isLate: left < 0,
  }
}

/** What somebody had to do with the thing that is appealed, in their own name or in that of whom they act for. */
export type Part = {
  /** Said a verified, re-verified or final score of it, or took the first decision. */
  hasDecided: boolean
  /** Filed the appeal, said the unit's own scores, or holds a role there. */
  isSubject: boolean
}
/** One outside the first decision, and outside the subject. */
export const mayOwn = ({ hasDecided, isSubject }: Part): boolean => !hasDecided && !isSubject

/** Levels stand best first. Not to be graded is neither above nor below one. */
export const isBetterGrade = ({ before, after }: { before: Grade; after: Grade }): boolean =>
  before === 'exempt' || after === 'exempt'
    ? before !== after
    : LEVELS.indexOf(after) < LEVELS.indexOf(before)
