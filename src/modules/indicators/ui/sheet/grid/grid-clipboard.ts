import type { ClipboardEvent } from 'react'
import { readTable, writeTable } from '../rules/clipboard.ts'
import { blockOf } from '../rules/move.ts'
import { empty, write } from '../store/change.ts'
import { type SheetStore, viewAt } from '../store/sheet-store.ts'

/** The chosen block as spreadsheets of the reader's language take it. */
export function onCopy(event: ClipboardEvent, sheet: SheetStore): void {
  const { top, bottom, left, right } = blockOf(sheet.selected)
  const point = sheet.lang === 'vi' ? ',' : '.'
  const cells = range(top, bottom).map((row) =>
    range(left, right).map((col) => viewAt(sheet, { row, col }).value),
  )
  event.clipboardData.setData(
    'text/plain',
    writeTable(cells, (value) => value.replace('.', point)),
  )
  event.preventDefault()
}

export function onCut(event: ClipboardEvent, sheet: SheetStore): void {
  onCopy(event, sheet)
  empty(sheet)
}

/** One value goes into the cell; a block is shown first (`preview`). */
export function onPaste(
  event: ClipboardEvent,
  sheet: SheetStore,
  preview: (table: string[][]) => void,
): void {
  const table = readTable(event.clipboardData.getData('text/plain'))
  event.preventDefault()
  const [[first] = []] = table
  if (table.length === 1 && table[0]?.length === 1 && first !== undefined)
    write(sheet, sheet.selected.at, first)
  else if (table.length > 0) preview(table)
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
