import { useEffect, useRef } from 'react'
import { lettersWork } from '#web/kit/letters.ts'

export type CheckKeys = {
  onReport(step: 1 | -1): void
  onLine(step: 1 | -1): void
  onPass(): void
  onReturn(): void
  onDecide(): void
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role=menu], [role=dialog], [role=listbox]') !== null

/** `J K` reports, arrows values, `A` pass, `R` return, `Ctrl Enter` the decision, also from a field. */
export function useCheckKeys(keys: CheckKeys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const run = commandOf(event, now.current)
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function commandOf(event: KeyboardEvent, keys: CheckKeys): (() => void) | null {
  const isDialog = event.target instanceof HTMLElement && event.target.closest('[role=dialog]') !== null
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return isDialog ? null : keys.onDecide
  if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'ArrowDown') return () => keys.onLine(1)
  if (event.key === 'ArrowUp') return () => keys.onLine(-1)
  if (!lettersWork()) return null
  switch (event.key.toLowerCase()) {
    case 'j':
      return () => keys.onReport(1)
    case 'k':
      return () => keys.onReport(-1)
    case 'a':
      return keys.onPass
    case 'r':
      return keys.onReturn
    default:
      return null
  }
}
