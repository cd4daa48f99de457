import { type ReactNode, type RefObject, useEffect } from 'react'
import { FOCUS, type SheetStore } from '../store/sheet-store.ts'
import { onCopy, onCut, onPaste } from './grid-clipboard.ts'
import { useGrid } from './grid-context.ts'
import { type GridActions, onGridKey } from './grid-keys.ts'
import { onDrag, onPick, onPress } from './grid-pointer.ts'

type Props = GridActions & {
  sheet: SheetStore
  box: RefObject<HTMLDivElement | null>
  isTouch: boolean
  children: ReactNode
  onPaste(table: string[][]): void
}

/** Scrolls the grid, and hears keys, pointer and clipboard for all of its cells. */
export function GridBox({ sheet, box, isTouch, children, onPaste: preview, onSend, onHistory }: Props) {
  const grid = useGrid()
  useEffect(
    () => sheet.topics.on(FOCUS, () => box.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus()),
    [sheet, box],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cells inside are what is walked and pressed
    <div
      ref={box}
      className="gridwrap"
      onKeyDown={(event) => onGridKey(event, sheet, grid, { onSend, onHistory })}
      onCopy={(event) => onCopy(event, sheet)}
      onCut={(event) => onCut(event, sheet)}
      onPaste={(event) => onPaste(event, sheet, preview)}
      onMouseDown={(event) => onPress(event, sheet)}
      onMouseOver={(event) => onDrag(event, sheet)}
      onFocus={() => {
        sheet.hasFocus = true
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) sheet.hasFocus = false
      }}
      onClick={(event) => onPick(event, sheet, isTouch)}
    >
      {children}
    </div>
  )
}
