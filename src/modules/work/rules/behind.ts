import type { Day } from '#kernel/day.ts'
import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import type { Period } from '#kernel/period.ts'

const DAY_MS = 86_400_000

export type TargetKind = 'cumulative' | 'point-in-time' | 'lower-is-better'
export type Measured = {
  value: Decimal | null
  target: Decimal | null
  targetKind: TargetKind | null
  met: boolean | null
}

/**
 * Whether a value is behind its target today, and by how much; null when it is not, or when nobody can say.
 *
 * After the period has ended, what is not met is behind. While it runs, a flow that grows is behind only when less has
 * come than the share of days that are over; a state is judged on its last day; and what should stay low is behind as
 * soon as it is above.
 *
 * @returns what is missing to the whole target, or is above it; always more than 0, in the unit of measure.
 */
export function gapBehind(
  { value, target, targetKind, met }: Measured,
  period: Pick<Period, 'startsOn' | 'endsOn'>,
  today: Day,
): Decimal | null {
  if (value === null || target === null || met !== false) return null
  const gap = plain(new Big(target).minus(value).abs())
  if (today > period.endsOn || targetKind === 'lower-is-better') return gap
  if (targetKind === 'point-in-time') return null
  return new Big(value).lt(new Big(target).times(shareOver(period, today))) ? gap : null
}

/** How much of a period is over, yesterday included: 0 on its first day. */
function shareOver({ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>, today: Day): Decimal {
  const days = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / DAY_MS
  return String(Math.max(0, days(startsOn, today)) / (days(startsOn, endsOn) + 1))
}
