import { type Decimal, isDecimal, plain } from '#kernel/decimal.ts'
import type { Tongue } from '#kernel/number-text.ts'

/** What a person's text says: a number in the plain form, nothing, or why it is no number. */
export type NumberRead =
  | { kind: 'number'; value: Decimal; isAmbiguous: boolean }
  | { kind: 'blank' }
  | { kind: 'fault'; code: 'number' | 'date' | 'size' }

const SPACES = /[\s\u00a0\u202f\u2009]/g
const DATE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{1,2}[/-]\d{1,4}$|^\d{1,2}[-/ ]?\p{L}{3,}/u
/** One separator with three digits behind it: thousands to some, decimals to others. */
const EITHER = /^-?[1-9]\d{0,2}[.,]\d{3}$/
const GROUPED = { '.': /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/, ',': /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/ }
const UNGROUPED = /^-?\d+([.,]\d+)?$/

/**
 * Reads a number as people and spreadsheets write it: `1430.5`, `1430,5`, `1.430,5`, `1,430.5`, `1 430`, `−46`.
 *
 * @param lang decides what `1.430` and `1,430` mean (`isAmbiguous`): thousands by its own separator, else decimals.
 * @param isPercent the value is a percentage, so a percent sign may stand behind it.
 */
export function readNumber(text: string, lang: Tongue, isPercent = false): NumberRead {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'blank' }
  if (DATE.test(trimmed) && !GROUPED['.'].test(trimmed)) return { kind: 'fault', code: 'date' }
  const bare = trimmed.replace(SPACES, '').replace(/^[−–]/, '-')
  const digits = isPercent ? bare.replace(/%$/, '') : bare
  if (hasBrokenGroups(trimmed)) return { kind: 'fault', code: 'number' }
  const value = pointed(digits, lang)
  if (value === null) return { kind: 'fault', code: 'number' }
  if (!isDecimal(value)) return { kind: 'fault', code: 'size' }
  return { kind: 'number', value: plain(value), isAmbiguous: EITHER.test(digits) }
}

/** Spaces may stand between groups of three digits, and nowhere else. */
const hasBrokenGroups = (text: string) =>
  /\d[\s\u00a0\u202f\u2009]+\d/.test(text) &&
  !/^[-−–]?\d{1,3}([\s\u00a0\u202f\u2009]\d{3})+([.,]\d+)?%?$/.test(text)

/** The same number with a decimal point and no groups; null when it is none. */
function pointed(digits: string, lang: Tongue): Decimal | null {
  if (EITHER.test(digits)) {
    const group = lang === 'vi' ? '.' : ','
    return digits.includes(group) ? digits.replace(group, '') : digits.replace(',', '.')
  }
  if (GROUPED['.'].test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  if (GROUPED[','].test(digits)) return digits.replaceAll(',', '')
  return UNGROUPED.test(digits) ? digits.replace(',', '.') : null
}
