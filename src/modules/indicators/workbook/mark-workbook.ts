import type { Cell } from 'hucre'
import type { Refused } from './bring-in.ts'
import { findSheet, openWorkbook } from './read-workbook.ts'

const AUTHOR = 'Sông Mã'
const MARKED = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FBE3DD' } } as const
const UNMARKED = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF3F2' } } as const

/** The workbook as it was sent, with a note and another ground on every cell that is wrong; older notes of ours go. */
export async function markWorkbook(path: string, refused: readonly Refused[]): Promise<Uint8Array> {
  const { saveXlsx } = await import('hucre')
  const book = await openWorkbook(path)
  const { sheet } = findSheet(book)!
  const cells = sheet.cells ?? new Map<string, Cell>()
  sheet.cells = cells
  for (const [at, cell] of cells) {
    if (cell.comment?.author !== AUTHOR) continue
    const { comment: _, ...rest } = cell
    cells.set(at, { ...rest, style: { ...cell.style, fill: UNMARKED } })
  }
  for (const [at, sentences] of byCell(refused)) {
    const cell: Cell = cells.get(at) ?? { value: null, type: 'empty' }
    const comment = { author: AUTHOR, text: sentences.join('\n') }
    cells.set(at, { ...cell, comment, style: { ...cell.style, fill: MARKED } })
  }
  return saveXlsx(book)
}

function byCell(refused: readonly Refused[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { cell, message } of refused)
    if (cell) found.getOrInsertComputed(`${cell.row},${cell.column}`, () => []).push(message)
  return found
}
