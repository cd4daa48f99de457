import { readNumber } from './read-number.ts'

/**
 * The cells of what was copied in a spreadsheet, line by line. Excel and LibreOffice put tabs between cells; text from
 * elsewhere may have semicolons or commas. A comma inside a number is not a separator. Cells in quotes may hold
 * separators, line ends and doubled quotes. A last empty line is not a line.
 */
export function readTable(text: string): string[][] {
  const clean = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
  return clean === '' ? [] : split(clean, separatorOf(clean))
}

function separatorOf(text: string): '\t' | ';' | ',' {
  if (text.includes('\t')) return '\t'
  if (text.includes(';')) return ';'
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const isOneColumn = lines.every((line) => readNumber(line, 'vi').kind !== 'fault')
  return isOneColumn ? '\t' : ','
}

function split(text: string, separator: string): string[][] {
  const rows: string[][] = [['']]
  const write = (more: string) => {
    const row = rows.at(-1)!
    row[row.length - 1] += more
  }
  const chars = [...text]
  const state = { quoted: false }
  for (const [at, char] of chars.entries()) {
    const isBeginning = rows.at(-1)!.at(-1) === ''
    if (char === '"' && (state.quoted || isBeginning || chars[at - 1] === '"')) {
      // A doubled quote inside quotes is one quote
      if (!state.quoted && !isBeginning) write('"')
      state.quoted = !state.quoted
    } else if (!state.quoted && char === separator) rows.at(-1)!.push('')
    else if (!state.quoted && char === '\n') rows.push([''])
    else write(char)
  }
  return rows
}

/** A block of cells as spreadsheets take it. Values are written by `write`, so that the place's own separators are used. */
export const writeTable = (
  cells: readonly (readonly (string | null)[])[],
  write: (value: string) => string,
): string =>
  cells.map((row) => row.map((value) => (value === null ? '' : write(value))).join('\t')).join('\n')

/**
 * What was copied for an upright sheet, where indicators stand below each other: lines become columns. A single line
 * was copied from a sheet that lies, and stays as it is.
 */
export const turnTable = (table: readonly (readonly string[])[]): string[][] =>
  table.length < 2
    ? table.map((line) => [...line])
    : (table[0] ?? []).map((_, column) => table.map((line) => line[column] ?? ''))
