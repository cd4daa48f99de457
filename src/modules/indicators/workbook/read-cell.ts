// What somebody typed into a cell, as an exact decimal. Spreadsheets know only binary fractions, turn `12/5` into a day
// and leave as text what does not look like a number to them: `1.430,5` on a machine that speaks English. Pure.

import { Big, type Decimal, isDecimal, plain } from '#kernel/decimal.ts'

/** A cell as it stands in the file. */
export type FileCell = {
  value: string | number | boolean | Date | null
  /** Its number format, `0.0%`; '' when it has none. */
  format: string
  /** A formula; its `value` is the result that was saved with it, null when none was. */
  isFormula: boolean
  /** `#REF!`, `#DIV/0!`: the sheet could not work it out. */
  isError: boolean
}

/** `code` is the key after `import.workbook.`; null is an empty cell. */
export type CellRead =
  | { value: Decimal | null }
  | { code: 'error' | 'formula' | 'day' | 'logical' | 'percent' | 'text' | 'comma' | 'digits'; shown: string }

const PERCENT = /%/
/** Excel keeps and shows 15 digits; a binary fraction has more that nobody wrote. */
const DIGITS = 15

/** @param unitOfMeasure a percentage is taken as one only where the indicator is measured in `%`. */
export function readCell({ value, format, isFormula, isError }: FileCell, unitOfMeasure: string): CellRead {
  if (isError) return { code: 'error', shown: String(value ?? '') }
  if (isFormula && value === null) return { code: 'formula', shown: '' }
  if (value === null) return { value: null }
  if (typeof value === 'boolean') return { code: 'logical', shown: value ? 'TRUE' : 'FALSE' }
  if (value instanceof Date) return { code: 'day', shown: value.toISOString().slice(0, 10) }
  if (typeof value === 'string') return readText(value, unitOfMeasure)

  const number = new Big(value.toPrecision(DIGITS))
  if (!PERCENT.test(format)) return checked(number)
  if (unitOfMeasure !== '%') return { code: 'percent', shown: `${plain(number.times(100))}%` }
  return checked(number.times(100))
}

const checked = (number: Big): CellRead => {
  const value = plain(number)
  return isDecimal(value) ? { value } : { code: 'digits', shown: value }
}

/** Spaces of all widths part thousands too. */
const SPACES = /[\s\u00a0\u2009\u202f]/g
const MINUS = /^[\u2010-\u2015\u2212]/
/** `1.430.000,5`, as Vietnamese write it, and `1430,5`; thousands in threes, or not at all. */
const VIETNAMESE = /^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/
/** `1,430.5`: a point after commas can only part the fraction. */
const ENGLISH = /^-?\d{1,3}(,\d{3})+\.\d+$|^-?\d{1,3}(,\d{3}){2,}$/
/** `12.5`, but not `1.430`, which is one thousand and more. */
const POINT = /^-?\d+\.\d+$/
/** `1,430`: 1.43 in Vietnamese and 1430 in English. A fraction rarely ends so; nobody can tell. */
const EITHER = /^-?\d{1,3},\d{3}$/

/**
 * A number written by hand. `1.430,5`, `1430,5`, `1 430,5`, `1,430.5` and `1430.5` are all 1430.5; `1.430` is 1430, as
 * Vietnamese read it. What can be read in two ways is refused.
 */
function readText(text: string, unitOfMeasure: string): CellRead {
  const shown = text.normalize('NFC').trim()
  const isPercent = /%$/.test(shown)
  const digits = shown.replace(/%$/, '').replace(SPACES, '').replace(MINUS, '-')
  if (digits === '' || /^[-–—.…]+$/.test(digits))
    return shown === '' ? { value: null } : { code: 'text', shown }
  if (isPercent && unitOfMeasure !== '%') return { code: 'percent', shown }
  if (EITHER.test(digits)) return { code: 'comma', shown }

  const number = toPlain(digits)
  if (number === null) return { code: 'text', shown }
  return isDecimal(number) ? { value: plain(number) } : { code: 'digits', shown }
}

function toPlain(digits: string): string | null {
  if (VIETNAMESE.test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  if (ENGLISH.test(digits)) return digits.replaceAll(',', '')
  return POINT.test(digits) ? digits : null
}
