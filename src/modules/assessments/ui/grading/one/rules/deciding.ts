// What a decision would take in, and what stops it.

import type { Meter } from '../../../../api/grade-shapes.ts'
import type { GradeSubject, Grading } from '../../../../api/gradings.ts'
import { quotaKey } from '../../../../rules/grade-quota.ts'

export type Decidable = {
  /** Meters that are over: their groups cannot be decided. */
  over: Meter[]
  /** Proposed, not decided. */
  waiting: GradeSubject[]
  /** Of them, those in groups within every quota. */
  within: GradeSubject[]
  /** Nothing is proposed of them yet; they stay as they are. */
  unproposed: number
}

/** Proposals may be over a quota, decisions never: a group that is over waits, the others do not have to. */
export function decidable(
  { ruleset }: Pick<Grading, 'ruleset'>,
  subjects: readonly GradeSubject[],
  meters: readonly Meter[],
): Decidable {
  const over = meters.filter(({ ofProposed }) => ofProposed.isOver)
  const waiting = subjects.filter(({ proposed, decided }) => proposed !== null && decided === null)
  const isOver = (subject: GradeSubject) =>
    ruleset.quotas.some((quota) =>
      over.some(({ key, level }) => level === quota.level && key === quotaKey(quota.groupBy, subject)),
    )
  return {
    over,
    waiting,
    within: waiting.filter((subject) => !isOver(subject)),
    unproposed: subjects.filter(({ proposed, decided }) => proposed === null && decided === null).length,
  }
}
