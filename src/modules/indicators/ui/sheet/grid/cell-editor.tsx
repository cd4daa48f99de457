import { type KeyboardEvent, useRef } from 'react'
import { move } from '../rules/move.ts'
import { write } from '../store/change.ts'
import { select, stopEditing } from '../store/select.ts'
import type { Editing, SheetStore } from '../store/sheet-store.ts'
import { useGrid } from './grid-context.ts'

type Props = { sheet: SheetStore; editing: Editing; label: string }

/** The text of the chosen cell while it is typed. React draws nothing until it is written. */
export function CellEditor({ sheet, editing, label }: Props) {
  const { bounds, turn } = useGrid()
  const isDone = useRef(false)
  const leave = (text: string | null) => {
    if (isDone.current) return
    isDone.current = true
    stopEditing(sheet)
    if (text !== null) write(sheet, editing.at, text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || event.altKey) return
    const isArrow =
      /^Arrow(Up|Down)$/.test(event.key) || (editing.mode === 'type' && /^Arrow/.test(event.key))
    if (event.key === 'Escape') {
      event.preventDefault()
      sheet.hasFocus = true
      leave(null)
    } else if (event.key === 'Enter' || event.key === 'Tab' || isArrow) {
      sheet.hasFocus = true
      const text = event.currentTarget.value
      const moved = move(turn(sheet.selected), { key: event.key, shift: event.shiftKey }, bounds())
      if (moved.kind !== 'leaves') event.preventDefault()
      leave(text)
      if (moved.kind === 'moved') select(sheet, turn(moved.selected))
    }
  }
  return (
    <input
      className="editor"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={editing.text}
      ref={(input) => {
        if (!input || input === document.activeElement) return
        input.focus()
        if (editing.mode === 'edit') input.select()
        else input.setSelectionRange(editing.text.length, editing.text.length)
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => leave(event.currentTarget.value)}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
    />
  )
}
