// What the council's table tells of a sum. Pure.

import { isZero, readExact } from '#kernel/exact.ts'
import type { Sum, Sums } from '../../../api/score-shapes.ts'

export const COLUMNS = ['counted', 'self', 'verified', 'reVerified', 'final'] as const
/** Which stage the table shows; `counted` is what counts now, with surveys. */
export type Column = (typeof COLUMNS)[number]

/**
 * The sum of a column. Surveys that were not run have left the maximum and count as settled; they are no score, so that
 * a unit with nothing else is told as not scored, and not as zero. Null: not told, or nothing scored.
 */
export function sumAt(sums: Sums, column: Column): Sum | null {
  const sum = sums[column]
  if (sum === null) return null
  const { survey } = sums
  const isNotRun = column === 'counted' && isZero(readExact(survey.max)!)
  const told = isNotRun ? { ...sum, said: sum.said - survey.said, of: sum.of - survey.of } : sum
  return told.said > 0 ? told : null
}
