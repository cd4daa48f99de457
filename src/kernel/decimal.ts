import Big from 'big.js'

// Exact decimals: sums and products are never rounded. A division keeps 20 places, half up.
Big.DP = 20
Big.RM = Big.roundHalfUp
Big.NE = -1_000
Big.PE = 1_000

/** An exact decimal in its plain form: digits, an optional leading minus and point, no exponent (`"12.5"`). */
export type Decimal = string

const PLAIN = /^-?\d{1,20}(\.\d{1,10})?$/

/** What a CSV cell or an API value may hold: at most 20 digits before and 10 after the point (`design.md` §6). */
export const isDecimal = (text: string): boolean => PLAIN.test(text)

const ALREADY_PLAIN = /^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/

/** Plain form without superfluous zeros: `007.50` is `7.5`, `-0` is `0`. */
export const plain = (value: Decimal | Big): Decimal => {
  if (typeof value === 'string' && ALREADY_PLAIN.test(value)) return value
  const text = new Big(value).toFixed()
  return text === '-0' ? '0' : text
}

/** The largest multiple of `step` not above `value`: 10 271.5 by 10 is 10 270. */
export const roundDownTo = (value: Decimal, step: Decimal): Decimal =>
  plain(new Big(value).div(step).round(0, Big.roundDown).times(step))

/** Half up to `places` decimals, zeros kept: `101.8`, `5.0`. */
export const fixed = (value: Decimal | Big, places: number): Decimal =>
  new Big(value).toFixed(places, Big.roundHalfUp)

export { Big }
