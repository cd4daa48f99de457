// An attainment table as a file, row by row as it is written; its last line says where it comes from.

import type { CellValue } from 'hucre'
import type { Download } from '#kernel/contract.ts'
import type { Decimal } from '#kernel/decimal.ts'
import { type Lang, type Translate, translator } from '#platform/i18n/translate.ts'
import type { AttainmentAnswer, AttainmentRow } from '../api/attainment.ts'

const ROWS_AT_ONCE = 200
/** More digits than this a spreadsheet does not keep: such a number is written as text. */
const DIGITS = 15
const COLUMNS = [
  'code',
  'unit',
  'from',
  'value',
  'target',
  'percent',
  'rank',
  'reported',
  'expected',
  'quality',
] as const
const WIDTHS = [10, 28, 34, 16, 16, 12, 8, 12, 12, 14]

type Line = (string | { number: Decimal | null } | null)[]

export function csvFile(table: AttainmentAnswer, today: string, lang: Lang): Download {
  const content = async function* () {
    const encoder = new TextEncoder()
    const lines = linesOf(table, today, lang)
    // The mark tells Excel that this is UTF-8
    for (let from = 0, text = '\uFEFF'; from < lines.length; from += ROWS_AT_ONCE, text = '') {
      text += lines
        .slice(from, from + ROWS_AT_ONCE)
        .map(csvLine)
        .join('')
      yield encoder.encode(text)
    }
  }
  return { name: fileName(table, 'csv'), mediaType: 'text/csv; charset=utf-8', content: content() }
}

export async function xlsxFile(table: AttainmentAnswer, today: string, lang: Lang): Promise<Download> {
  const { writeXlsxStream } = await import('hucre') // a tenth of a second that only workbooks cost
  const [head = [], ...lines] = linesOf(table, today, lang)
  const columns = head.map((title, i) => ({ header: String(title), width: WIDTHS[i]! }))
  const name = translator(lang)('attainment.sheet')
  const stream = writeXlsxStream(
    lines.map((line) => line.map(xlsxCell)),
    { name, columns, freezePane: { rows: 1 } },
  )
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: fileName(table, 'xlsx'), mediaType, content: stream as AsyncIterable<Uint8Array> }
}

function linesOf(table: AttainmentAnswer, today: string, lang: Lang): Line[] {
  const t = translator(lang)
  const { figure, unit, rest, rows } = table
  const head = COLUMNS.map((column) => t(`attainment.column.${column}`, { unit: figure.unitOfMeasure }))
  const whole = { ...figure, unit: { code: unit.code, name: t('attainment.whole', { unit: unit.name }) } }
  const own: Line[] =
    rest === null ? [] : [[unit.code, t('attainment.rest', { unit: unit.name }), null, { number: rest }]]
  return [
    head,
    ...rows.map((row) => rowLine(row, t)),
    ...own,
    [
      whole.unit.code,
      whole.unit.name,
      null,
      { number: figure.value },
      { number: figure.target },
      { number: figure.attainmentPercent },
      null,
      { number: String(figure.reported) },
      { number: String(figure.expected) },
      t(`attainment.quality.${figure.state}`),
    ],
    [],
    [sourceLine(table, today, t)],
  ]
}

const rowLine = (row: AttainmentRow, t: Translate): Line => [
  row.unit.code,
  row.unit.name,
  row.from.map(({ name }) => name).join(', ') || null,
  { number: row.value },
  { number: row.target },
  { number: row.attainmentPercent },
  { number: row.rank === null ? null : String(row.rank) },
  { number: String(row.reported) },
  { number: String(row.expected) },
  row.value === null ? null : t(`attainment.quality.${row.quality}`),
]

function sourceLine(table: AttainmentAnswer, today: string, t: Translate): string {
  const { figure, unit, period, borders, state, demo } = table
  const ground = borders === 'then' || borders === 'now' ? borders : 'day'
  const said = [
    t('attainment.source', { label: figure.label, key: figure.key, unit: unit.name, period }),
    t(`attainment.borders.${ground}`, { day: borders }),
    t(`attainment.state.${state}`),
    t('attainment.taken', { day: today }),
  ]
  return [...said, ...(demo ? [t('attainment.demo')] : [])].join('; ')
}

const fileName = ({ figure, unit, period }: AttainmentAnswer, ending: string): string =>
  `${figure.label}, ${unit.name}, ${period}.${ending}`.replace(/[\\/:*?"<>|]/g, '-')

const csvLine = (line: Line): string => `${line.map(csvCell).join(',')}\r\n`

function csvCell(cell: Line[number]): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.number ?? ''
  const text = harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function xlsxCell(cell: Line[number]): CellValue {
  if (cell === null) return null
  if (typeof cell === 'string') return cell
  const { number } = cell
  return number === null || number.replace(/\D/g, '').length > DIGITS ? number : Number(number)
}

/** A name that a spreadsheet would take for a formula is marked as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
