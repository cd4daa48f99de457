import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import { type ColumnWindow, columnsBetween, offsetsOf, scrollTo } from '../rules/column-window.ts'
import { CHOSEN, type SheetStore } from '../store/sheet-store.ts'
import type { Widths } from './column-widths.ts'

/** The first column, which stays, and the state beside it. */
const STAYS_PX = 152
const STATE_PX = 112

/** The columns that are drawn: those in sight. The chosen one is brought into sight before it is focused. */
export function useColumnWindow(
  sheet: SheetStore,
  widths: readonly Widths[],
  box: RefObject<HTMLElement | null>,
): ColumnWindow {
  const offsets = useMemo(() => offsetsOf(widths), [widths])
  const [shown, setShown] = useState<ColumnWindow>({ from: 0, to: Math.min(widths.length, 8) })
  const look = useCallback(() => {
    if (!box.current) return
    const left = box.current.scrollLeft - STATE_PX
    const now = columnsBetween(offsets, left, left + box.current.clientWidth - STAYS_PX)
    setShown((before) => (before.from === now.from && before.to === now.to ? before : now))
  }, [offsets, box])
  useEffect(() => {
    const view = box.current
    if (!view) return
    look()
    const size = new ResizeObserver(look)
    size.observe(view)
    view.addEventListener('scroll', look, { passive: true })
    const off = sheet.topics.on(CHOSEN, () => {
      const scrolled = view.scrollLeft - STATE_PX
      const to = scrollTo(offsets, sheet.selected.to.col, { scrolled, room: view.clientWidth - STAYS_PX })
      if (to !== scrolled) view.scrollLeft = sheet.selected.to.col === 0 ? 0 : to + STATE_PX
      look()
    })
    return () => {
      size.disconnect()
      view.removeEventListener('scroll', look)
      off()
    }
  }, [sheet, offsets, box, look])
  return { from: Math.min(shown.from, widths.length), to: Math.min(shown.to, widths.length) }
}
