import type { MouseEvent } from 'react'
import type { Spot } from '../rules/move.ts'
import { edit, select, selectOne } from '../store/select.ts'
import type { SheetStore } from '../store/sheet-store.ts'
import { textOf } from './grid-keys.ts'

const spotOf = (target: EventTarget): Spot | null => {
  const cell = (target as HTMLElement).closest<HTMLElement>('td[data-col]')
  return cell ? { row: Number(cell.dataset.row), col: Number(cell.dataset.col) } : null
}

/** A press chooses a cell, with Shift it draws the block out. */
export function onPress(event: MouseEvent, sheet: SheetStore): void {
  const spot = spotOf(event.target)
  if (!spot || event.target instanceof HTMLInputElement) return
  sheet.hasFocus = true
  if (event.shiftKey) {
    event.preventDefault()
    select(sheet, { at: sheet.selected.at, to: spot })
  } else selectOne(sheet, spot)
}

/** With the button held, the block follows. Shift and arrows do the same. */
export function onDrag(event: MouseEvent, sheet: SheetStore): void {
  if (event.buttons !== 1 || sheet.editing) return
  const spot = spotOf(event.target)
  const { to } = sheet.selected
  if (spot && (spot.row !== to.row || spot.col !== to.col)) select(sheet, { at: sheet.selected.at, to: spot })
}

/** A second click types into the cell; where a finger is the pointer, the first one does. */
export function onPick(event: MouseEvent, sheet: SheetStore, isTouch: boolean): void {
  if (sheet.editing || event.target instanceof HTMLInputElement) return
  if (spotOf(event.target) && (isTouch || event.detail === 2)) edit(sheet, 'edit', textOf(sheet))
}
