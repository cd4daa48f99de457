import { type Exact, readExact, within, ZERO } from '#kernel/exact.ts'

/** Bonus and penalty outside the total, kept within the scheme's bounds; a scheme without bounds has none. */
export function adjustmentOf(bounds: { min: string; max: string } | null, input: string | undefined): Exact {
  const asked = input === undefined ? null : readAdjustment(JSON.parse(input))
  return asked && bounds ? within(asked, readExact(bounds.min)!, readExact(bounds.max)!) : ZERO
}

/** `{"adjust": -2}` as `readJson` gives it; null for anything else. */
export function readAdjustment(input: unknown): Exact | null {
  if (typeof input !== 'object' || input === null || Object.keys(input).length !== 1) return null
  const { adjust } = input as { adjust?: unknown }
  return typeof adjust === 'string' ? readExact(adjust) : null
}
