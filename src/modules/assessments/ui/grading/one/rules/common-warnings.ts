// What is true of nearly everybody is said once, not in every row.

import type { GradeWarning } from '../../../../api/grade-shapes.ts'
import type { GradeSubject } from '../../../../api/gradings.ts'

export type CommonWarning = { warning: GradeWarning; count: number }

/** Fewer than this are told row by row. */
const MANY = 5

export const keyOf = ({ code, details }: GradeWarning): string => `${code} ${JSON.stringify(details)}`

/** Warnings that more than half of the subjects share, word for word. */
export function commonWarnings(subjects: readonly Pick<GradeSubject, 'warnings'>[]): CommonWarning[] {
  const all = Map.groupBy(
    subjects.flatMap(({ warnings }) => warnings),
    keyOf,
  )
  return [...all.values()]
    .filter((alike) => alike.length >= MANY && 2 * alike.length > subjects.length)
    .map((alike) => ({ warning: alike[0]!, count: alike.length }))
}
