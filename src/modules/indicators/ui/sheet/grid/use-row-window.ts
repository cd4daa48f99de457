import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import { CHOSEN, type SheetStore } from '../store/sheet-store.ts'

const ROW_PX = 30
const HEAD_PX = 62
const FOOT_PX = 44

/** The rows that are drawn: those in sight and a few around. The chosen one is brought into sight before it is focused. */
export function useRowWindow(sheet: SheetStore, count: number, box: RefObject<HTMLElement | null>) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 4,
    scrollPaddingStart: HEAD_PX,
    scrollPaddingEnd: FOOT_PX,
    scrollMargin: 0,
    paddingStart: 0,
  })
  useEffect(
    () =>
      sheet.topics.on(CHOSEN, () => {
        const top = sheet.selected.to.row * ROW_PX
        const view = box.current
        if (!view) return
        const room = view.clientHeight - HEAD_PX - FOOT_PX
        if (top < view.scrollTop) view.scrollTop = top
        else if (top + ROW_PX > view.scrollTop + room) view.scrollTop = top + ROW_PX - room
      }),
    [sheet, box],
  )
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return { rows: items.map(({ index }) => index), before, after }
}

/** How many lines a page key goes. */
export const pageOf = (box: HTMLElement | null): number =>
  Math.max(1, Math.floor(((box?.clientHeight ?? 400) - HEAD_PX - FOOT_PX) / ROW_PX) - 1)
