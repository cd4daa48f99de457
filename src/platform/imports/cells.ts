// Readers of single cells. Pure. A cell arrives trimmed; '' is an empty cell.

import { type Day, isDay } from '#kernel/day.ts'
import { type Decimal, isDecimal } from '#kernel/decimal.ts'

/** `code` is the i18n key after `import.`, `details` fill its sentence. */
export type CellFault = { code: string; details: Record<string, unknown> }
export type CellVerdict<T> = { value: T } | CellFault

const fault = (code: string, value: string, more: object = {}): CellFault => ({
  code,
  details: { value, ...more },
})
const EMPTY: CellFault = { code: 'cell.empty', details: {} }

/** Ways to write a number that people know and a file must not use, told apart so that each gets its own sentence. */
const WRITTEN_OTHERWISE: readonly [shape: RegExp, code: string][] = [
  [/^[=@]/, 'cell.formula'],
  [/^-?\d{1,3},\d{3}$/, 'cell.comma'], // one thousand or a fraction: nobody can tell
  [/^-?\d+,\d+$|^-?\d{1,3}(\.\d{3})+,\d+$/, 'cell.decimalComma'],
  [/^-?\d{1,3}(,\d{3})+(\.\d+)?$|^-?\d{1,3}(\.\d{3}){2,}$/, 'cell.thousands'],
  [/^-?\d[\d.,]*(\s\d[\d.,]*)+$/, 'cell.spaces'],
  [/^-?\d+(\.\d*)?e[+-]?\d+$/i, 'cell.exponent'],
  [/^\+\d/, 'cell.plus'],
  [/^[\u2010-\u2015\u2212]\s*\d/, 'cell.minus'],
  [/^-?\d+(\.\d+)?$/, 'cell.digits'],
]

/** An exact decimal as `design.md` §6 wants it, as it was written: `007.50` stays so. Empty is refused. */
export function readDecimal(text: string): CellVerdict<Decimal> {
  if (isDecimal(text)) return { value: text }
  if (text === '') return EMPTY
  const way = WRITTEN_OTHERWISE.find(([shape]) => shape.test(text))
  return fault(way?.[1] ?? 'cell.number', text, { example: rewrite(text), fraction: text.replace(',', '.') })
}

/** The same number written right: `1.234,5`, `1,234.5` and `+1 234.5` are all `1234.5`. A lone comma parts thousands. */
function rewrite(text: string): string {
  const sign = /^[-\u2010-\u2015\u2212]/.test(text) ? '-' : ''
  const digits = text.replace(/[^\d.,]/g, '')
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
  const commaParts = comma > point && !/^\d{1,3}(,\d{3})+$/.test(digits)
  const pointParts = !commaParts && digits.indexOf('.') === point
  if (commaParts) return sign + digits.replaceAll('.', '').replace(',', '.')
  return sign + digits.replaceAll(pointParts ? ',' : /[.,]/g, '')
}

/** A part of a whole from 0 to 1, both included; `null` for an empty cell: not known. */
export function readShare(text: string): CellVerdict<Decimal | null> {
  if (text === '') return { value: null }
  const read = readDecimal(text)
  if (!('value' in read)) return read
  return /^(0+(\.\d+)?|0*1(\.0+)?)$/.test(text) ? read : fault('cell.share', text)
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

/** A date of the calendar. Empty is refused. */
export function readDay(text: string): CellVerdict<Day> {
  if (isDay(text)) return { value: text }
  if (text === '') return EMPTY
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return fault('cell.noSuchDay', text)
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? []
  const example = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(example) ? fault('cell.dayFirst', text, { example }) : fault('cell.day', text)
}

/** A date, or `open` (an end of time of `day.ts`) when the cell is empty. */
export const readOpenDay = (text: string, open: Day): CellVerdict<Day> =>
  text === '' ? { value: open } : readDay(text)

/** One of the words in `allowed`, as it is written there. */
export function readChoice<T extends string>(text: string, allowed: readonly T[]): CellVerdict<T> {
  const value = allowed.find((word) => word === text)
  if (value !== undefined) return { value }
  return fault('cell.choice', text, { allowed: allowed.join(', ') })
}

const CODE = /^[\p{L}\p{N}_.-]{1,60}$/u

/** The code of a unit, an indicator, a form: letters, digits, `_ . -`, at most 60. */
export function readCode(text: string): CellVerdict<string> {
  if (text === '') return EMPTY
  return CODE.test(text) ? { value: text } : fault('cell.code', text)
}

/** Text of at most `longest` characters. Empty is refused. */
export function readText(text: string, longest = 500): CellVerdict<string> {
  if (text === '') return EMPTY
  return text.length <= longest ? { value: text } : fault('cell.long', text, { longest })
}
