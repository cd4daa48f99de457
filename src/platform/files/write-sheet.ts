// A workbook is written out as CSV first and read from there: its reader runs ahead of whoever takes the rows, and
// would pile up in memory all that a database cannot take at once.

import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CellValue } from 'hucre'
import { Big } from '#kernel/decimal.ts'
import { FileFault } from './file-fault.ts'
import { guardWorkbook } from './guard-workbook.ts'

const MAX_CSV_BYTES = 1024 * 1024 * 1024
const FLUSH_CHARS = 256 * 1024

/**
 * Writes the first sheet of a workbook as UTF-8 CSV, row for row: an empty row is an empty line, and every row has
 * the columns of the first. Formulas give the result that was saved with them.
 *
 * @throws FileFault when it is no workbook, is damaged, or unpacks to more than an honest one.
 */
export async function writeSheet(from: string, to: string): Promise<void> {
  await guardWorkbook(from)
  const { HucreError, streamXlsxRows } = await import('hucre') // a tenth of a second that only workbooks cost
  const source = Readable.toWeb(createReadStream(from)) as ReadableStream<Uint8Array>
  try {
    await pipeline(csvOf(streamXlsxRows(source)), createWriteStream(to))
  } catch (error) {
    if (error instanceof HucreError) throw new FileFault('file.brokenWorkbook', 1, {}, { cause: error })
    throw error
  }
}

async function* csvOf(rows: AsyncIterable<{ index: number; values: CellValue[] }>): AsyncGenerator<string> {
  let width = 0
  let next = 0
  let written = 0
  let text = ''
  for await (const { index, values } of rows) {
    if (index < next) throw new FileFault('file.brokenWorkbook', index + 1)
    const cells = values.map(textOf)
    if (next === 0) width = index === 0 ? widthOf(cells) : 0
    text += `${'\n'.repeat(index - next)}${lineOf(cells, width)}\n`
    next = index + 1
    if (text.length < FLUSH_CHARS) continue
    written += text.length
    if (written > MAX_CSV_BYTES) throw new FileFault('file.workbookTooBig')
    yield text
    text = ''
  }
  if (next === 0) throw new FileFault('file.empty')
  yield text
}

const widthOf = (cells: string[]) => cells.findLastIndex((cell) => cell !== '') + 1

function lineOf(cells: string[], width: number): string {
  const line = cells.slice(0, Math.max(width, widthOf(cells)))
  while (line.length < width) line.push('')
  return line.map(quoted).join(',')
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function textOf(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return dayText(value)
  return String(value)
}

/** Excel keeps and shows 15 digits; a binary fraction has more that nobody wrote. */
const numberText = (value: number) => new Big(value.toPrecision(15)).toFixed()

/** A date without a time of day is a day; one with a time keeps it, for whoever reads the cell to refuse. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day, time] = date.toISOString().split('T')
  return time === '00:00:00.000Z' ? day! : `${day} ${time!.slice(0, 8)}`
}
