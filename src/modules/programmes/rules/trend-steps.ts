// Which points the course of a figure has.

import { addDays } from '#kernel/day.ts'
import { contains, type Period, parsePeriod } from '#kernel/period.ts'
import { periodBefore } from '#kernel/period-before.ts'

/** One point: the code of the period it is named after, and the days that it takes together. */
export type TrendStep = { code: string; window: Period }

/** How many periods of the same kind are looked back on. */
const BACK = 5
const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const
type StepKind = keyof typeof MONTHS
/** From the finest. */
const KINDS: readonly StepKind[] = ['month', 'quarter', 'half', 'year']

/**
 * The points of a course. Where units reported by smaller periods inside this one, the course goes through them, each
 * point taking everything from the beginning to its own end, so that flows grow and stocks show how they stood. Else it goes
 * through the periods of the same kind before this one.
 *
 * @param held the stored periods inside `period`, one list for each reported indicator that the figure is made of; the
 *   points are as far apart as the one that is reported least often.
 * @param isOwnPeriodOnly the indicator says nothing of longer times than were reported: each point is its own period.
 */
export function trendSteps(
  period: Period,
  held: readonly (readonly Period[])[],
  isOwnPeriodOnly: boolean,
): TrendStep[] {
  const kinds = held.filter((list) => list.length > 0).map((list) => finest(list))
  const coarsest = kinds.reduce((a, b) => Math.max(a, b), -1)
  const kind = KINDS[coarsest]
  const parts = kind ? inside(period, kind) : []
  if (parts.length < 2) return back(period)
  return parts.map((part) => ({
    code: part.code,
    window: isOwnPeriodOnly ? part : upTo(period, part),
  }))
}

const finest = (periods: readonly Period[]): number =>
  Math.min(...periods.map(({ kind }) => (kind in MONTHS ? KINDS.indexOf(kind as StepKind) : KINDS.length)))

/** The periods of a kind that make up another, in time. */
function inside(period: Period, kind: StepKind): Period[] {
  const parts: Period[] = []
  for (let start = period.startsOn; start <= period.endsOn; ) {
    const part = parsePeriod(codeOf(start, kind))
    if (!part || part.code === period.code || !contains(period, part)) return []
    parts.push(part)
    start = addDays(part.endsOn, 1)
  }
  return parts
}

function codeOf(start: string, kind: StepKind): string {
  const [year, month] = [start.slice(0, 4), Number(start.slice(5, 7))]
  const number = (month - 1) / MONTHS[kind] + 1
  return {
    month: `${year}${String(month).padStart(2, '0')}`,
    quarter: `${year}Q${number}`,
    half: `${year}H${number}`,
    year,
  }[kind]
}

/** From the beginning of the period to the end of a part; the last part is the period itself. */
const upTo = (period: Period, part: Period): Period =>
  part.endsOn === period.endsOn
    ? period
    : { ...part, code: `${period.code}:${part.code}`, startsOn: period.startsOn }

function back(period: Period): TrendStep[] {
  const steps = [{ code: period.code, window: period }]
  for (let code = periodBefore(period); code && steps.length <= BACK; ) {
    const window = parsePeriod(code)!
    steps.unshift({ code, window })
    code = periodBefore(window)
  }
  return steps
}
