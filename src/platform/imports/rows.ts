// From the cells of a file to the rows of a format. Runs for every cell of every file: no closures, no promises.

import type { Feature } from '#platform/files/read-geojson.ts'
import { columnsOf, type ImportFormat, type Rejection, type Row } from './format.ts'

export type Reject = (rejection: Rejection) => void
/** How the columns of a format lie in a file of `width` columns; -1 is a column that the file does not have. */
export type Layout = { format: ImportFormat; places: readonly number[]; width: number }

/** A cell that a spreadsheet would run as a formula, should it ever be exported and opened there. */
const FORMULA = /^[\t\r]|^\s*[=+\-@]/
/** Control characters, and the sign that another program left where it lost a letter. */
const DAMAGED = /[\p{Cc}\ufffd]/u
/** Most cells: codes and numbers, to which none of this can apply. */
const PLAIN = /^[a-z0-9][a-z0-9._:-]*$/i
const LINE_BREAKS = /[\t\r\n]/g

/**
 * The good rows of a batch. Empty rows, which spreadsheets leave behind, are passed over.
 *
 * @param firstRow the row number of the first record.
 */
export function rowsOf(
  records: readonly string[][],
  firstRow: number,
  { format, places, width }: Layout,
  reject: Reject,
): Row[] {
  const columns = columnsOf(format)
  const present = columns
    .map((column, c) => ({ column, place: places[c]!, isNumber: format.numbers.includes(column) }))
    .filter(({ place }) => place >= 0)
  const blank = Object.fromEntries(columns.map((column) => [column, '']))
  const rows: Row[] = []
  for (let i = 0; i < records.length; i++) {
    const record = records[i]!
    const row = firstRow + i
    if (record.every(isBlank)) continue
    if (record.length !== width) {
      reject(miscounted(row, record.length, width))
      continue
    }
    const cells = { ...blank }
    let isGood = true
    for (const { column, place, isNumber } of present) {
      const raw = record[place]!
      if (PLAIN.test(raw)) {
        cells[column] = raw
        continue
      }
      const value = raw.normalize('NFC').trim()
      cells[column] = value
      const code = findFault(raw, isNumber)
      if (code === undefined) continue
      isGood = false
      reject({ row, field: column, code, details: { value } })
    }
    if (isGood) rows.push({ row, cells })
  }
  return rows
}

const isBlank = (cell: string) => cell === '' || cell.trim() === ''

function findFault(raw: string, isNumber: boolean): string | undefined {
  if (!isNumber && FORMULA.test(raw)) return 'cell.formula'
  if (DAMAGED.test(raw) && DAMAGED.test(raw.replace(LINE_BREAKS, ''))) return 'cell.damaged'
  return undefined
}

const miscounted = (row: number, found: number, expected: number): Rejection => ({
  row,
  field: '',
  code: found > expected ? 'row.tooMany' : 'row.tooFew',
  details: { found, expected },
})

/** Features as rows, counted from 1; of their properties only the format's own columns, for borders come from anywhere. */
export function featureRows(features: readonly Feature[], format: ImportFormat, reject: Reject): Row[] {
  const columns = columnsOf(format)
  return features.flatMap(({ id, properties, geometry }, index) => {
    const row = index + 1
    const own: Record<string, unknown> = { ...properties, code: properties.code ?? id, geometry }
    const cells = Object.fromEntries(columns.map((column) => [column, textOf(own[column])]))
    const bad = columns.find((column) => findFault(cells[column]!, false))
    if (bad === undefined) return [{ row, cells }]
    reject({ row, field: bad, code: findFault(cells[bad]!, false)!, details: { value: cells[bad] } })
    return []
  })
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').trim() : ''
