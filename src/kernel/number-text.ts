import { Big, type Decimal, fixed } from './decimal.ts'

/** The languages that numbers are written in: `vi` is the default, `en` is complete. */
export type Tongue = 'vi' | 'en'

/** Keeps a number and its unit, or the words of a place name, on one line. */
export const NBSP = '\u00a0'
const MINUS = '\u2212'

/**
 * `10271.5` is `10.271,5` in Vietnamese and `10,271.5` in English; the minus is U+2212.
 *
 * @param places decimals, rounded half up and zeros kept; as many as the value has when left out.
 */
export function formatNumber(lang: Tongue, value: Decimal, places?: number): string {
  const text = places === undefined ? new Big(value).toFixed() : fixed(value, places)
  const [whole = '', decimals] = text.replace('-', '').split('.')
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const digits = decimals ? `${grouped}${point}${decimals}` : grouped
  return /^-.*[1-9]/.test(text) ? MINUS + digits : digits
}
