import type { Cell, CellStyle, ConditionalRule, DataValidation, RowDef, WriteSheet } from 'hucre'
import { Big, type Decimal } from '#kernel/decimal.ts'
import { type Lang, translator } from '#platform/i18n/translate.ts'
import { QUALITIES } from '../schema.ts'
import type { WorkbookContent } from './content.ts'
import { addressOf, BASE_CORNER, QUALITY } from './ids.ts'
import { type LaidOut, layOut, type Place, type Range } from './lay-out.ts'

/** More digits than this a spreadsheet does not keep: such a number is written as text. */
const DIGITS = 15
const GUIDANCE_LINES = ['fill', 'numbers', 'empty', 'closed', 'send', 'conflict', 'rows'] as const

/** The .xlsx of a form: the sheet to fill in, guidance, and what each cell held when it was given out. */
export async function writeWorkbook(content: WorkbookContent, lang: Lang): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre')
  const t = translator(lang)
  const laidOut = layOut(content, t, t('workbook.told'))
  return writeXlsx({
    sheets: [dataSheet(laidOut, lang), guidanceSheet(lang), baseSheet(content)],
    properties: { title: `${content.form.name} · ${content.period}` },
    defaultFont: { name: 'Calibri', size: 11 },
  })
}

const INK = { rgb: '1C2B29' }
const QUIET = { rgb: '5A6B68' }
const SUNKEN = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF3F2' } } as const
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE8E6' } } as const
const LINE = { bottom: { style: 'thin', color: { rgb: 'E6EDEB' } } } as const
const WHOLE = '#,##0'

/** Sunken ground: it can be typed in. */
const OPEN: CellStyle = { fill: SUNKEN, border: LINE, numFmt: WHOLE, protection: { locked: false } }
const STYLES = {
  id: { font: { color: QUIET } },
  title: { font: { bold: true, size: 14, color: INK } },
  note: { font: { color: QUIET } },
  head: {
    font: { bold: true, color: INK },
    fill: HEAD_FILL,
    alignment: { wrapText: true, vertical: 'top' },
  },
  label: { font: { color: INK }, border: LINE, alignment: { wrapText: true, vertical: 'center' } },
  side: { font: { size: 9, color: QUIET }, border: LINE },
  previous: { font: { size: 9, color: QUIET }, border: LINE, numFmt: WHOLE },
  closed: { font: { color: INK }, border: LINE, numFmt: WHOLE },
  open: OPEN,
} as const satisfies Record<string, CellStyle>

function dataSheet({ rows, body, widths, tall, values, qualities }: LaidOut, lang: Lang): WriteSheet {
  const t = translator(lang)
  const cells = new Map<string, Partial<Cell>>()
  for (const [r, row] of rows.entries())
    for (const [c, place] of row.entries()) if (place) cells.set(`${r},${c}`, cellOf(place, lang))
  return {
    name: t('workbook.sheet'),
    rows: rows.map((row) => row.map(() => null)),
    cells,
    columns: widths.map((width) => (width === 0 ? { width: 4, hidden: true } : { width })),
    rowDefs: new Map<number, RowDef>([
      [0, { hidden: true }],
      ...tall.map((row): [number, RowDef] => [row, { height: 64 }]),
    ]),
    freezePane: { rows: body.row, columns: body.column },
    dataValidations: [...values.map((range) => numberRule(range, lang)), qualityRule(qualities, lang)],
    conditionalRules: [fractionRule(values)],
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    a11y: { headerRow: body.row - 1 },
  }
}

function cellOf(place: NonNullable<Place>, lang: Lang): Partial<Cell> {
  switch (place.kind) {
    case 'value':
      return { value: numberOf(place.value), style: place.isOpen ? STYLES.open : STYLES.closed }
    case 'previous':
      return { value: numberOf(place.value), style: STYLES.previous }
    case 'quality':
      return {
        value: translator(lang)(`workbook.quality.${place.quality}`),
        style: place.isOpen ? STYLES.open : STYLES.closed,
      }
    default:
      return { value: place.text, style: STYLES[place.kind] }
  }
}

/** As a number, where none of its digits is lost by that. */
function numberOf(value: Decimal | null): number | string | null {
  if (value === null) return null
  const digits = value.replace(/^-?0*\.?0*|\D/g, '').length
  return digits <= DIGITS && new Big(Number(value)).eq(value) ? Number(value) : value
}

/** A warning, not a wall: whoever writes `1.430,5` as text is understood. */
function numberRule(range: Range & { minimum: Decimal | null }, lang: Lang): DataValidation {
  const t = translator(lang)
  const { minimum } = range
  return {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formula1: minimum ?? '-1000000000000000',
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: t('workbook.sheet'),
    errorMessage: minimum === null ? t('workbook.needsNumber') : t('workbook.needsLeast', { minimum }),
    range: rangeText(range),
  }
}

function qualityRule(range: Range, lang: Lang): DataValidation {
  const t = translator(lang)
  return {
    type: 'list',
    values: QUALITIES.map((quality) => t(`workbook.quality.${quality}`)),
    allowBlank: false,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: t('workbook.quality'),
    errorMessage: t('workbook.needsQuality'),
    range: rangeText(range),
  }
}

/** Whole numbers stand without decimals, others with all of theirs: nothing is rounded before anybody's eyes. */
function fractionRule(values: LaidOut['values']): ConditionalRule {
  const all: Range = {
    top: values[0]!.top,
    left: values[0]!.left,
    bottom: values.at(-1)!.bottom,
    right: values.at(-1)!.right + 1, // the period before stands beside it
  }
  const first = addressOf(all.top, all.left)
  return {
    type: 'expression',
    priority: 1,
    formula: `AND(ISNUMBER(${first}),${first}<>INT(${first}))`,
    style: { numFmt: '#,##0.0#########' },
    range: rangeText(all),
  }
}

const rangeText = ({ top, left, bottom, right }: Range) =>
  `${addressOf(top, left)}:${addressOf(bottom, right)}`

function guidanceSheet(lang: Lang): WriteSheet {
  const t = translator(lang)
  const texts = [t('workbook.guide'), ...GUIDANCE_LINES.map((line) => t(`workbook.guide.${line}`))]
  const style = (n: number): CellStyle =>
    n === 0 ? STYLES.title : { font: { color: INK }, alignment: { wrapText: true, vertical: 'top' } }
  return {
    name: t('workbook.guide'),
    rows: texts.map(() => [null]),
    cells: new Map(texts.map((value, n) => [`${n},0`, { value, style: style(n) }])),
    columns: [{ width: 110 }],
    protection: { sheet: true },
  }
}

/** Texts, so that they are compared to the digit. */
function baseSheet({ heads, lines }: WorkbookContent): WriteSheet {
  return {
    name: 'songma',
    veryHidden: true,
    rows: [
      [BASE_CORNER, 'etag', QUALITY, ...heads.map(({ key }) => key)],
      ...lines.map(({ unit, etag, quality, cells }) => [
        unit.code,
        etag ?? '',
        quality,
        ...cells.map(({ value }) => value ?? ''),
      ]),
    ],
  }
}
