import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import type { TargetKind } from '../schema.ts'

/**
 * What was planned at each point of a course. Only targets that somebody set are drawn: those of the single periods
 * (added up where the target is cumulative, as long as none is missing), and at the last point that of the whole.
 *
 * @param parts the targets of the points' own periods. @param isGrowing the points take everything from the beginning.
 */
export function planLine(
  parts: readonly (Decimal | null)[],
  whole: Decimal | null,
  kind: TargetKind | null,
  isGrowing: boolean,
): (Decimal | null)[] {
  const isAdded = isGrowing && kind === 'cumulative'
  return parts.map((part, i) => {
    if (i === parts.length - 1 && whole !== null) return whole
    if (!isAdded) return part
    const before = parts.slice(0, i + 1)
    if (before.some((one) => one === null)) return null
    return plain(before.reduce((sum, one) => sum.plus(one!), new Big(0)))
  })
}
