// Classes of a map: few, with round limits, cut where the values lie.

import { Big, type Decimal } from '#kernel/decimal.ts'

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10]

/**
 * Round limits that part `values` into at most `classes` classes of about equal count.
 *
 * A value equal to a limit belongs to the class above it. Equal values stay together, so there may be fewer classes;
 * one distinct value, or none, gives no limit. With many values a limit may lie a little off the equal count to be
 * round.
 *
 * @returns ascending limits, one fewer than there are classes.
 */
export function roundLimits(values: readonly Decimal[], classes = 5): number[] {
  const sorted = values.map(Number).sort((a, b) => a - b)
  const leeway = Math.floor(sorted.length / (classes * 4))
  const limits: number[] = []
  for (let i = 1; i < classes; i++) {
    const gap = gapNear(sorted, Math.round((sorted.length * i) / classes), leeway)
    const limit = gap && roundest(...gap)
    if (limit !== undefined && limit > (limits.at(-1) ?? Number.NEGATIVE_INFINITY)) limits.push(limit)
  }
  return limits
}

/** Two different values around place `at`, `leeway` places apart on either side, or the next two different ones. */
function gapNear(sorted: readonly number[], at: number, leeway: number): [number, number] | undefined {
  for (let step = 0; step < sorted.length; step++)
    for (const i of step === 0 ? [at] : [at + step, at - step]) {
      const [below, above] = [sorted[i - 1 - leeway] ?? sorted[0], sorted[i + leeway] ?? sorted.at(-1)]
      const inside = i > 0 && i < sorted.length
      if (inside && below !== undefined && above !== undefined && below !== above) return [below, above]
    }
  return undefined
}

/** The roundest number in (`below`, `above`], nearest to the middle among equally round ones. */
function roundest(below: number, above: number): number {
  if (below < 0 && above >= 0) return 0
  const sign = above < 0 ? -1 : 1
  const middle = (below + above) / 2
  const size = 10 ** Math.floor(Math.log10(Math.max(Math.abs(below), Math.abs(above))))
  const steps = [0.1, 1].flatMap((scale) =>
    ROUND.map((n) => sign * Number((n * size * scale).toPrecision(6))),
  )
  const cuts = [2, 3, 4, 5, 6, 8, 10, 12].map((digits) => Number(middle.toPrecision(digits)))
  const inside = [...steps, ...cuts].filter((n) => n > below && n <= above)
  inside.sort((a, b) => digitsOf(a) - digitsOf(b) || Math.abs(a - middle) - Math.abs(b - middle))
  return inside[0] ?? above
}

const digitsOf = (n: number): number => String(Math.abs(n)).replace(/^0\.0*|\.|0+$/g, '').length

/** Which class a value falls in: 0 is below the first limit. */
export const classOf = (value: Decimal, limits: readonly number[]): number =>
  limits.filter((limit) => new Big(value).gte(limit)).length

/** How many values fall in each class. */
export function countByClass(values: readonly Decimal[], limits: readonly number[]): number[] {
  const counts = new Array<number>(limits.length + 1).fill(0)
  for (const value of values) counts[classOf(value, limits)]!++
  return counts
}

const BANDS = [1, 2, 3, 5, 10, 20, 30, 50, 100]

/**
 * Limits for deviations from plan, in percentage points: `[−b, 0, b]` with `b` the round number nearest to the middle
 * deviation, so that "about as planned" and "clearly off" each get their colour.
 */
export function deviationLimits(deviations: readonly Decimal[]): number[] {
  const sizes = deviations.map((d) => Math.abs(Number(d))).sort((a, b) => a - b)
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0
  const band = BANDS.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a))
  return [-band, 0, band]
}
