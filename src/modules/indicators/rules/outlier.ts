// Values worth a second look before they are sent: against the unit's own history, and against the parts of a whole. An
// outlier is never blocked: it is corrected, or kept with a reason.

import { Big, type Decimal, plain } from '#kernel/decimal.ts'

/** What is usual for a unit by its own history, both ends included. In the unit of measure. */
export type Usual = { low: Decimal; high: Decimal }

/** Fewer earlier values than this say nothing about what is usual. */
export const LEAST_HISTORY = 4
/** How many periods back a history goes. */
export const HISTORY = 8

// A median absolute deviation times 1.4826 is a standard deviation where values are spread normally; three of them
// hold nearly all of those.
const SPREAD = new Big('1.4826').times(3)
/** A quarter either way is usual however steady a series was: a good or bad year is no mistake. */
const SLACK = new Big('0.25')
/** Without a range: more than three times the value before, or less than a third of it. A slipped unit is ten or more. */
const JUMP = 3

/**
 * The usual range of a series: its median, and around it three robust standard deviations (median absolute deviation ×
 * 1.4826) or a quarter of the median, whichever is wider. The median and its deviation are moved by no single slip in
 * the history, as a mean would be. Where more than half of the history is one and the same value (a crop planted in one
 * quarter of four), its deviation is 0 and says nothing: then the whole history is usual.
 *
 * @param history earlier values in any order; only the most recent `HISTORY` should be given.
 * @param minimum the least value the indicator takes; the range does not go below it.
 * @returns null for fewer than `LEAST_HISTORY` values. Ends are rounded outwards to the decimals of the history.
 */
export function usualRange(history: readonly Decimal[], minimum: Decimal | null): Usual | null {
  if (history.length < LEAST_HISTORY) return null
  const values = history.map((value) => new Big(value))
  const middle = median(values)
  const deviation = median(values.map((value) => value.minus(middle).abs()))
  const slack = middle.abs().times(SLACK)
  const spread = deviation.times(SPREAD)
  const width = spread.gt(slack) ? spread : slack
  const ends = [middle.minus(width), middle.plus(width), ...(deviation.eq(0) ? values : [])]
  const places = Math.max(...history.map((value) => value.split('.')[1]?.length ?? 0))
  const low = least(ends).round(places, Big.roundDown)
  const floored = low.gt(least(ends)) ? low.minus(step(places)) : low
  const high = most(ends).round(places, Big.roundUp)
  return {
    low: plain(minimum !== null && floored.lt(minimum) ? new Big(minimum) : floored),
    high: plain(high.lt(most(ends)) ? high.plus(step(places)) : high),
  }
}

/** Why a cell wants a look; `parts` says what its parts add up to, `jump` what it was before. */
export type Doubt =
  | { kind: 'minimum'; minimum: Decimal }
  | { kind: 'parts'; sum: Decimal }
  | { kind: 'unusual'; usual: Usual; isHigh: boolean }
  | { kind: 'jump'; previous: Decimal; isHigh: boolean }

export type Beside = {
  /** The unit's own value of the period before; null: none. */
  previous: Decimal | null
  usual: Usual | null
  minimum: Decimal | null
  /** For a whole that is said itself: the values of its items; null: missing. */
  parts?: readonly (Decimal | null)[]
}

/**
 * Judges one value; null for a missing one, and for one that is as expected. A whole is compared with its parts first:
 * it must be their sum when all are there, and not below it when some are missing (none of them negative). Then comes the
 * usual range or, without one, a jump from a previous value other than 0. Both ends of the range are usual.
 */
export function judgeCell(value: Decimal | null, beside: Beside): Doubt | null {
  if (value === null) return null
  const { previous, usual, minimum, parts = [] } = beside
  const said = new Big(value)
  if (minimum !== null && said.lt(minimum)) return { kind: 'minimum', minimum }
  return judgeParts(said, parts) ?? (usual ? judgeUsual(said, usual) : judgeJump(said, previous))
}

function judgeParts(whole: Big, parts: readonly (Decimal | null)[]): Doubt | null {
  const known = parts.filter((part) => part !== null).map((part) => new Big(part))
  if (known.length === 0) return null
  const sum = known.reduce((a, b) => a.plus(b))
  const isWhole = known.length === parts.length
  const isOver = sum.gt(whole) && known.every((part) => part.gte(0))
  return (isWhole ? !sum.eq(whole) : isOver) ? { kind: 'parts', sum: plain(sum) } : null
}

function judgeUsual(value: Big, usual: Usual): Doubt | null {
  const isHigh = value.gt(usual.high)
  return isHigh || value.lt(usual.low) ? { kind: 'unusual', usual, isHigh } : null
}

function judgeJump(value: Big, previous: Decimal | null): Doubt | null {
  if (previous === null || new Big(previous).eq(0)) return null
  const before = new Big(previous)
  const isHigh = value.abs().gt(before.abs().times(JUMP))
  const isTurned = value.times(before).lt(0)
  const isJump = isHigh || isTurned || value.abs().times(JUMP).lt(before.abs())
  return isJump ? { kind: 'jump', previous, isHigh: value.gt(before) } : null
}

const step = (places: number): Big => new Big(10).pow(-places)
const least = (values: readonly Big[]): Big => values.reduce((a, b) => (b.lt(a) ? b : a))
const most = (values: readonly Big[]): Big => values.reduce((a, b) => (b.gt(a) ? b : a))

function median(values: readonly Big[]): Big {
  const sorted = values.toSorted((a, b) => a.cmp(b))
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : sorted[half - 1]!.plus(sorted[half]!).div(2)
}
