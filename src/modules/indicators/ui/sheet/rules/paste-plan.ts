import type { Tongue } from '#kernel/number-text.ts'
import type { SheetColumn } from '../../../api/sheet.ts'
import { type Fault, readCell } from './cell-fault.ts'
import type { Spot } from './move.ts'

/** What stands in a cell now, and whether it can be typed in. */
export type Standing = { value: string | null; canType: boolean }

type PastedCell = Spot & {
  /** Line and column of what was copied, from 1, as the person sees them in the spreadsheet. */
  line: number
  place: number
  text: string
}
export type PastePlan = {
  changes: (PastedCell & { from: string | null; to: string | null; isAmbiguous: boolean })[]
  faults: (PastedCell & { fault: Fault })[]
  /** Values that differ from what stands in cells that cannot be typed in. */
  locked: PastedCell[]
  unchanged: number
  /** Lines and columns that lie beyond the sheet and hold something. */
  beyond: { lines: number; columns: number }
  /** The first line names the columns and was left out. */
  hasHeading: boolean
}
export type PasteOrder = {
  table: readonly (readonly string[])[]
  at: Spot
  columns: readonly SheetColumn[]
  rows: number
  standing: (spot: Spot) => Standing
  lang: Tongue
  /** What an empty cell of the copied block says: nothing, or that the cell is to be emptied. */
  blanks: 'leave' | 'empty'
}

/** What pasting a copied block from the chosen cell on would do. Nothing is written by it. */
export function planPaste({ table, at, columns, rows, standing, lang, blanks }: PasteOrder): PastePlan {
  const hasHeading = isHeading(table)
  const plan: PastePlan = {
    changes: [],
    faults: [],
    locked: [],
    unchanged: 0,
    beyond: { lines: 0, columns: 0 },
    hasHeading,
  }
  const first = hasHeading ? 1 : 0
  for (const [n, line] of table.slice(first).entries())
    for (const [k, text] of line.entries()) {
      const cell = { row: at.row + n, col: at.col + k, line: n + first + 1, place: k + 1, text: text.trim() }
      if (cell.text === '' && blanks === 'leave') continue
      if (cell.row >= rows) plan.beyond.lines = Math.max(plan.beyond.lines, cell.row - rows + 1)
      else if (cell.col >= columns.length)
        plan.beyond.columns = Math.max(plan.beyond.columns, cell.col - columns.length + 1)
      else place(plan, cell, columns[cell.col]!, standing(cell), lang)
    }
  return plan
}

function place(
  plan: PastePlan,
  cell: PastedCell,
  column: SheetColumn,
  standing: Standing,
  lang: Tongue,
): void {
  const read = readCell(cell.text, column, lang)
  if (read.kind === 'value' && read.value === standing.value) plan.unchanged += 1
  else if (!standing.canType) plan.locked.push(cell)
  else if (read.kind === 'fault') plan.faults.push({ ...cell, fault: read.fault })
  else plan.changes.push({ ...cell, from: standing.value, to: read.value, isAmbiguous: read.isAmbiguous })
}

/** Several lines, the first all words and a later one with a digit: the first names the columns. */
function isHeading(table: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = table
  const isWords = (text: string) => text.trim() !== '' && !/^[-−]?\d/.test(text.trim())
  return !!first?.every(isWords) && rest.some((line) => line.some((text) => /^[-−]?\d/.test(text.trim())))
}
