import { type KeyboardEvent, useState } from 'react'
import { placeAfter } from './map-unit.ts'

/** One tab stop for all units of a map; arrows move between them, Enter or a click chooses. */
export function useMapKeys(ids: readonly string[], onChoose: (id: string) => void) {
  const [current, setCurrent] = useState(0)
  const at = Math.min(current, ids.length - 1)
  return (i: number) => ({
    tabIndex: i === at ? 0 : -1,
    onClick: () => onChoose(ids[i]!),
    onFocus: () => setCurrent(i),
    onKeyDown: (event: KeyboardEvent<SVGGElement>) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        onChoose(ids[i]!)
      }
      const next = placeAfter(event.key, i, ids.length)
      if (next === undefined) return
      event.preventDefault()
      const units = event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('[data-unit]')
      units?.[next]?.focus()
    },
  })
}
