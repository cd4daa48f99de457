import type { KeyboardEvent } from 'react'
import { move, type Spot } from '../rules/move.ts'
import { nextProblem, problemsOf } from '../rules/problems.ts'
import { doAgain, empty, fillDown, takeBack } from '../store/change.ts'
import { edit, select, selectOne } from '../store/select.ts'
import { type SheetStore, viewAt } from '../store/sheet-store.ts'
import type { Grid } from './grid-context.ts'

export type GridActions = {
  /** `Ctrl Enter`: check and send. */
  onSend(): void
  /** `Alt ↓`: what the cell's report said before. */
  onHistory(): void
}

/** What the keys do while a cell is chosen and not being edited. */
export function onGridKey(event: KeyboardEvent, sheet: SheetStore, grid: Grid, actions: GridActions): void {
  const ctrl = event.ctrlKey || event.metaKey
  const run =
    commandOf(event.key, ctrl, event, sheet, actions) ??
    walk(event, sheet, grid, ctrl) ??
    typed(event, sheet, ctrl)
  if (!run) return
  event.preventDefault()
  sheet.hasFocus = true
  run()
}

type Run = (() => void) | null

function commandOf(
  key: string,
  ctrl: boolean,
  event: KeyboardEvent,
  sheet: SheetStore,
  actions: GridActions,
): Run {
  if (event.altKey) return key === 'ArrowDown' ? actions.onHistory : null
  if (ctrl && key === 'Enter') return actions.onSend
  if (ctrl && (key.toLowerCase() === 'y' || (event.shiftKey && key.toLowerCase() === 'z')))
    return () => doAgain(sheet)
  if (ctrl && key.toLowerCase() === 'z') return () => takeBack(sheet)
  if (ctrl && key.toLowerCase() === 'd') return () => fillDown(sheet)
  if (ctrl && key.toLowerCase() === 'a') return () => select(sheet, all(sheet))
  if (key === 'F2') return () => edit(sheet, 'edit', textOf(sheet))
  if (key === 'F8') return () => goToProblem(sheet)
  if (key === 'Delete' || key === 'Backspace') return () => empty(sheet)
  if (key === '?') return () => window.dispatchEvent(new window.KeyboardEvent('keydown', { key: '?' }))
  return null
}

/** `Esc`, then `Tab`, leaves the sheet from anywhere: nobody is caught in it. */
const freed = new WeakSet<SheetStore>()

function walk(event: KeyboardEvent, sheet: SheetStore, { turn, bounds }: Grid, ctrl: boolean): Run {
  if (event.altKey) return null
  if (event.key === 'Escape') {
    freed.add(sheet)
    return null
  }
  const isFreed = freed.delete(sheet)
  if (event.key === 'Tab' && isFreed) return null
  const moved = move(turn(sheet.selected), { key: event.key, shift: event.shiftKey, ctrl }, bounds())
  return moved.kind === 'moved' ? () => select(sheet, turn(moved.selected)) : null
}

/** A digit or a sign begins a new text; an input method that composes gets an empty one. */
function typed({ key, altKey }: KeyboardEvent, sheet: SheetStore, ctrl: boolean): Run {
  if (ctrl || altKey) return null
  if (key === 'Process') return () => edit(sheet, 'type', '')
  return key.length === 1 && key !== ' ' ? () => edit(sheet, 'type', key) : null
}

/** A cell's text as a person would type it; of the chosen one when none is named. */
export function textOf(sheet: SheetStore, at: Spot = sheet.selected.at): string {
  const { text, value } = viewAt(sheet, at)
  const point = sheet.lang === 'vi' ? ',' : '.'
  return text ?? value?.replace('.', point) ?? ''
}

const all = ({ rows, columns }: SheetStore) => ({
  at: { row: 0, col: 0 },
  to: { row: rows.length - 1, col: columns.length - 1 },
})

export function goToProblem(sheet: SheetStore): void {
  const view = (spot: Spot) => viewAt(sheet, spot)
  const found = nextProblem(
    problemsOf({ rows: sheet.rows.length, cols: sheet.columns.length, view }),
    sheet.selected.at,
  )
  if (found) selectOne(sheet, { row: found.row, col: found.col })
}
