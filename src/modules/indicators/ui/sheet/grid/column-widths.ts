import { formatNumber } from '#kernel/number-text.ts'
import type { SheetStore } from '../store/sheet-store.ts'
import { nameOfColumn } from './cell-words.ts'

/** Widths in px of a column's value, the period before, and the target; no target at all: 0. */
export type Widths = { value: number; previous: number; target: number }

const DIGIT = 7.6
const SMALL_DIGIT = 7.3
const LETTER = 7.2
/** A name takes two lines of the head. A longer one is cut there; the bar above and the cell's name say it whole. */
const MOST_NAME = 190

/** As wide as its longest number, so that nothing moves while rows come and go. */
export function widthsOf({ columns, rows, targets, lang }: SheetStore): Widths[] {
  const longest = (values: (string | null | undefined)[]) =>
    Math.max(0, ...values.map((value) => (value ? formatNumber(lang, value).length : 0)))
  return columns.map(({ indicator, unitOfMeasure }, col) => {
    const values = longest(rows.map(({ cells }) => cells[col]?.value))
    const before = longest(rows.map(({ cells }) => cells[col]?.previous))
    const planned = longest(rows.map(({ unit }) => targets.get(`${unit.code} ${indicator}`)))
    // A total has a digit or two more than its parts
    const value = Math.max(74, Math.ceil((Math.max(values, before) + 2) * DIGIT) + 28)
    const previous = Math.max(50, Math.ceil((before + 1) * SMALL_DIGIT) + 14)
    const target = planned === 0 ? 0 : Math.max(62, Math.ceil((planned + 1) * SMALL_DIGIT) + 22)
    const letters = nameOfColumn(columns[col]!, lang).length + unitOfMeasure.length
    const name = Math.min(MOST_NAME, Math.max((letters * LETTER) / 2 + 52, 90))
    return { value: Math.max(value, Math.ceil(name) - previous - target), previous, target }
  })
}
