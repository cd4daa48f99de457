import { useEffect, useRef } from 'react'
import { useOutbox } from '#web/sync/outbox.ts'
import { useSnap } from '../grid/use-snap.ts'
import { followOutbox } from '../store/outbox-watch.ts'
import { ALL, type SheetStore } from '../store/sheet-store.ts'

/**
 * Shows in the cells what waits in the outbox. It draws nothing: each saving changes the outbox several times, and the
 * screen around the sheet need not be drawn again for that. `onGone`: something that had waited was sent.
 */
export function OutboxWatch({ sheet, onGone }: { sheet: SheetStore; onGone(): void }) {
  const { items } = useOutbox()
  const count = useSnap(sheet, ALL, () => sheet.rows.length)
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    if (count > 0 && followOutbox(sheet, items)) gone.current()
  }, [sheet, count, items])
  return null
}
