import { useCallback, useSyncExternalStore } from 'react'
import type { SheetStore } from '../store/sheet-store.ts'

/** Draws again when this topic of the sheet is told, and only then. `read` gives the same object until it is. */
export function useSnap<T>(sheet: SheetStore, topic: string, read: () => T): T {
  const subscribe = useCallback((listen: () => void) => sheet.topics.on(topic, listen), [sheet, topic])
  return useSyncExternalStore(subscribe, read)
}
