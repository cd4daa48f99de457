// Where everything stands in the sheet. One unit: a row for each indicator, as a form is read on paper. Several: a row
// for each unit. Pure.

import type { Decimal } from '#kernel/decimal.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { Quality } from '../schema.ts'
import type { UnitLine, ValueHead, WorkbookContent } from './content.ts'
import { cornerText, idText } from './ids.ts'

/** What a place in the sheet is, and so how it looks and whether it can be typed in. */
export type Place =
  | { kind: 'id' | 'title' | 'note' | 'head' | 'label' | 'side'; text: string }
  | { kind: 'value'; value: Decimal | null; isOpen: boolean }
  | { kind: 'previous'; value: Decimal | null }
  | { kind: 'quality'; quality: Quality; isOpen: boolean }
  | null

export type Range = { top: number; left: number; bottom: number; right: number }

export type LaidOut = {
  rows: readonly (readonly Place[])[]
  /** The first row and column that move when the sheet is scrolled. */
  body: { row: number; column: number }
  /** Widths of columns in characters; 0 hides one. */
  widths: readonly number[]
  /** Rows of heads, which are high enough for several lines. */
  tall: readonly number[]
  /** Where values stand, with the least that is taken there. */
  values: readonly (Range & { minimum: Decimal | null })[]
  qualities: Range
}

const HEAD_ROWS = 5

/** @param told the facts under the title. */
export function layOut(content: WorkbookContent, t: Translate, told: string): LaidOut {
  return content.lines.length === 1 ? forOneUnit(content, t, told) : forManyUnits(content, t, told)
}

const text = (kind: 'id' | 'title' | 'note' | 'head' | 'label' | 'side', said: string): Place => ({
  kind,
  text: said,
})
const id = (said: string) => text('id', said)
const head = (said: string) => text('head', said)

const ofUnit = ({ unit }: UnitLine) => id(idText({ kind: 'unit', unit: unit.code }))
const ofValue = ({ key }: ValueHead) => id(idText({ kind: 'value', key }))
const ofQuality = () => id(idText({ kind: 'quality' }))

const qualityIn = ({ quality, isOpen }: UnitLine): Place => ({ kind: 'quality', quality, isOpen })
const valueIn = ({ cells, isOpen }: UnitLine, n: number): Place => ({
  kind: 'value',
  value: cells[n]!.value,
  isOpen,
})
const previousIn = ({ cells }: UnitLine, n: number): Place => ({
  kind: 'previous',
  value: cells[n]!.previous,
})

const stateIn = ({ state }: UnitLine, t: Translate) => t(`workbook.state.${state ?? 'missing'}`)

/** A, hidden: ids. B indicator, C unit of measure, D value, E the period before. */
function forOneUnit(
  { form, period, previousPeriod, heads, lines }: WorkbookContent,
  t: Translate,
  told: string,
) {
  const line = lines[0]!
  const facts = `${line.unit.name} (${line.unit.code}) · ${stateIn(line, t)} · ${told}`
  const rows: Place[][] = [
    [id(cornerText({ form: form.code, period })), null, null, ofUnit(line)],
    [null, text('title', `${form.name} · ${period}`)],
    [null, text('note', facts)],
    [null, text('label', t('workbook.quality')), null, qualityIn(line)],
    [
      null,
      head(t('workbook.indicator')),
      head(t('workbook.unitOfMeasure')),
      head(period),
      head(t('workbook.before', { period: previousPeriod })),
    ],
    ...heads.map((one, n) => [
      ofValue(one),
      text('label', one.label),
      text('side', one.unitOfMeasure),
      valueIn(line, n),
      previousIn(line, n),
    ]),
  ]
  rows[3]![0] = ofQuality()
  return {
    rows,
    body: { row: HEAD_ROWS, column: 3 },
    widths: [0, 52, 12, 18, 18],
    tall: [],
    values: heads.map(({ minimum }, n) => ({ ...square(HEAD_ROWS + n, 3), minimum })),
    qualities: square(3, 3),
  }
}

const square = (row: number, column: number): Range => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
})

const FIRST_VALUE = 5

/** A, hidden: ids. B unit, C code, D state, E quality; then for each indicator its value and that of the period before. */
function forManyUnits(content: WorkbookContent, t: Translate, told: string): LaidOut {
  const { form, period, previousPeriod, heads, lines } = content
  const bottom = HEAD_ROWS + lines.length - 1
  const before = t('workbook.before', { period: previousPeriod })
  const rows: Place[][] = [
    [
      id(cornerText({ form: form.code, period })),
      null,
      null,
      null,
      ofQuality(),
      ...heads.flatMap((one) => [ofValue(one), null]),
    ],
    [null, text('title', `${form.name} · ${period}`)],
    [null, text('note', told)],
    [
      null,
      ...['unit', 'code', 'state', 'quality'].map((word) => head(t(`workbook.${word}`))),
      ...heads.flatMap(({ label }) => [head(label), head(before)]),
    ],
    [null, null, null, null, null, ...heads.flatMap((one) => [text('side', one.unitOfMeasure), null])],
    ...lines.map((line) => [
      ofUnit(line),
      text('label', line.unit.name),
      text('side', line.unit.code),
      text('side', stateIn(line, t)),
      qualityIn(line),
      ...heads.flatMap((_, n) => [valueIn(line, n), previousIn(line, n)]),
    ]),
  ]
  return {
    rows,
    body: { row: HEAD_ROWS, column: 3 },
    widths: [0, 28, 10, 12, 14, ...heads.flatMap(() => [16, 12])],
    tall: [3],
    values: heads.map(({ minimum }, n) => {
      const column = FIRST_VALUE + n * 2
      return { top: HEAD_ROWS, bottom, left: column, right: column, minimum }
    }),
    qualities: { top: HEAD_ROWS, bottom, left: 4, right: 4 },
  }
}
