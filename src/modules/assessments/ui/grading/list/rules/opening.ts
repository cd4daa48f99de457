// What is filled in to open a grading, and when it is enough.

import type { GradeRulesLine } from '../../../../api/grade-rules.ts'
import type { SubjectKind } from '../use-gradings.ts'

export type Opening = {
  subjects: SubjectKind
  /** Code of a set of rules; '' before one is chosen. */
  rules: string
  /** '' keeps the proposed name. */
  name: string
  /** Kind of units, or the unit below which they are; '' for all. */
  group: string
  selfDue: string
  commentDue: string
  proposeDue: string
  decideOn: string
  appealDays: number | string
}

export const emptyOpening: Opening = {
  subjects: 'units',
  rules: '',
  name: '',
  group: '',
  selfDue: '',
  commentDue: '',
  proposeDue: '',
  decideOn: '',
  appealDays: 10,
}

const DAYS = ['selfDue', 'commentDue', 'proposeDue', 'decideOn'] as const
export type GradingDay = (typeof DAYS)[number]
export { DAYS as GRADING_DAYS }

/** Only one set of rules in force: it is meant; of several one must be chosen. */
export function rulesOf({ rules, subjects }: Opening, inForce: readonly GradeRulesLine[]): string {
  const fitting = inForce.filter((one) => one.subjects === subjects)
  if (fitting.some(({ code }) => code === rules)) return rules
  return fitting.length === 1 ? fitting[0]!.code : ''
}

/** Days that stand before the one of an earlier step; the steps follow each other. */
export function reversedDays(days: Pick<Opening, GradingDay>): GradingDay[] {
  const given = DAYS.filter((name) => days[name] !== '')
  return given.filter((name, n) => n > 0 && days[name] < days[given[n - 1]!])
}

/** As the server takes days: none is null. */
export const daysOf = (opening: Pick<Opening, GradingDay | 'appealDays'>) => ({
  selfDue: opening.selfDue || null,
  commentDue: opening.commentDue || null,
  proposeDue: opening.proposeDue || null,
  decideOn: opening.decideOn || null,
  appealDays: Number(opening.appealDays),
})
