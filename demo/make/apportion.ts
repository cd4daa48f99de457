/**
 * Shares `total` among `weights`, each share a multiple of `step`, so that the shares add up to `total` exactly: the
 * whole steps first, then one more to the largest remainders, the earlier place first when they are equal.
 * `total` must be a multiple of `step`; some weight must be above 0.
 */
export function apportion(total: number, weights: readonly number[], step = 1): number[] {
  const steps = Math.round(total / step)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (steps * weight) / whole)
  const shares = exact.map(Math.floor)
  const left = steps - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = exact
    .map((value, place) => ({ place, remainder: value % 1 }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place)
  for (const { place } of byRemainder.slice(0, left)) shares[place]! += 1
  return shares.map((share) => share * step)
}

/** A number near 1, at most `spread` away from it, always the same for the same text: years and communes differ a little. */
export function wobble(text: string, spread: number): number {
  const hash = [...text].reduce(
    (h, letter) => Math.imul(h ^ letter.codePointAt(0)!, 16_777_619) >>> 0,
    2_166_136_261,
  )
  return 1 + spread * ((hash / 2 ** 32) * 2 - 1)
}
