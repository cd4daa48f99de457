// A table as a file, row by row as it is written.

import type { Download } from '#kernel/contract.ts'

const ROWS_AT_ONCE = 200

export type Cell = string | number | null
export type Table = {
  /** Of the file, without its ending. */
  name: string
  /** Of the sheet. */
  sheet: string
  head: readonly { title: string; width: number }[]
  lines: readonly (readonly Cell[])[]
  /** Below an empty line: where it comes from. */
  source: string
}

export function csvFile(table: Table): Download {
  const all = [table.head.map(({ title }) => title), ...table.lines, [], [table.source]]
  const content = async function* () {
    const encoder = new TextEncoder()
    // The mark tells Excel that this is UTF-8
    for (let from = 0, text = '\uFEFF'; from < all.length; from += ROWS_AT_ONCE, text = '') {
      text += all
        .slice(from, from + ROWS_AT_ONCE)
        .map((line) => `${line.map(csvCell).join(',')}\r\n`)
        .join('')
      yield encoder.encode(text)
    }
  }
  return { name: fileName(table.name, 'csv'), mediaType: 'text/csv; charset=utf-8', content: content() }
}

export async function xlsxFile(table: Table): Promise<Download> {
  const { writeXlsxStream } = await import('hucre') // a tenth of a second that only workbooks cost
  const columns = table.head.map(({ title, width }) => ({ header: title, width }))
  const lines = [...table.lines, [], [table.source]].map((line) => [...line])
  const stream = writeXlsxStream(lines, { name: table.sheet, columns, freezePane: { rows: 1 } })
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return {
    name: fileName(table.name, 'xlsx'),
    mediaType,
    content: stream as AsyncIterable<Uint8Array>,
  }
}

const fileName = (name: string, ending: string) => `${name.replace(/[\\/:*?"<>|]/g, '-')}.${ending}`

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a spreadsheet would take for a formula is marked as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
