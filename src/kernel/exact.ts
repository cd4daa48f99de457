// Exact fractions, for points: a third of a point stays a third until it is shown. Decimals (decimal.ts) are for values.

/** A fraction in lowest terms; `over` is positive. */
export type Exact = { readonly of: bigint; readonly over: bigint }

export const ZERO: Exact = { of: 0n, over: 1n }
export const HUNDRED: Exact = { of: 100n, over: 1n }

const NUMBER = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?(?:[eE]([+-]?\d{1,2}))?$/

/** A number as JSON writes it, read as written and never through a double; null for anything else. */
export function readExact(text: string): Exact | null {
  const match = NUMBER.exec(text)
  if (!match) return null
  const [, sign, whole, part = '', power = '0'] = match
  const digits = BigInt(`${sign}${whole}${part}`)
  const places = part.length - Number(power)
  return places > 0 ? exact(digits, 10n ** BigInt(places)) : exact(digits * 10n ** BigInt(-places), 1n)
}

/** @throws RangeError for `over` zero. */
export function exact(of: bigint, over: bigint): Exact {
  if (over === 0n) throw new RangeError('A fraction over zero')
  const shared = common(of, over)
  const sign = over < 0n ? -1n : 1n
  return { of: (sign * of) / shared, over: (sign * over) / shared }
}

function common(a: bigint, b: bigint): bigint {
  let [big, small] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (small !== 0n) [big, small] = [small, big % small]
  return big === 0n ? 1n : big
}

export const whole = (count: number): Exact => ({ of: BigInt(count), over: 1n })
export const plus = (a: Exact, b: Exact): Exact =>
  a.over === 1n && b.over === 1n
    ? { of: a.of + b.of, over: 1n }
    : exact(a.of * b.over + b.of * a.over, a.over * b.over)
export const minus = (a: Exact, b: Exact): Exact => plus(a, { of: -b.of, over: b.over })
export const times = (a: Exact, b: Exact): Exact => exact(a.of * b.of, a.over * b.over)
/** @throws RangeError for `b` zero. */
export const dividedBy = (a: Exact, b: Exact): Exact => exact(a.of * b.over, a.over * b.of)

/** Below zero when `a` is smaller, zero when equal. */
export function compareExact(a: Exact, b: Exact): number {
  const difference = a.of * b.over - b.of * a.over
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const isZero = (a: Exact): boolean => a.of === 0n
export const smaller = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b)
export const larger = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b)
export const within = (a: Exact, low: Exact, high: Exact): Exact => smaller(larger(a, low), high)

/** Half up (away from zero) to so many places, zeros kept: 2/3 at 2 places is `0.67`, 5 is `5.00`. */
export function roundExact(a: Exact, places: number): string {
  const scaled = (a.of < 0n ? -a.of : a.of) * 10n ** BigInt(places)
  const rounded = (2n * scaled + a.over) / (2n * a.over)
  const digits = rounded.toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return a.of < 0n && rounded !== 0n ? `-${text}` : text
}

/** As people and JSON read it: exact where it ends, at most 10 places where it repeats; no superfluous zeros. */
export const exactText = (a: Exact): string =>
  a.over === 1n ? a.of.toString() : roundExact(a, 10).replace(/\.?0+$/, '')
