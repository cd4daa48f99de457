import { type RefObject, useEffect, useState } from 'react'

const isBusyElsewhere = (target: EventTarget | null, list: HTMLElement | null) =>
  target instanceof HTMLElement && target !== document.body && target.id !== 'work' && !list?.contains(target)

/** `↑ ↓` choose a row of the list and put the focus on its link; `Enter` opens the chosen one from anywhere on the page. */
export function useArrows(list: RefObject<HTMLElement | null>, count: number) {
  const [chosen, choose] = useState(0)
  const current = Math.min(chosen, Math.max(0, count - 1))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isBusyElsewhere(event.target, list.current))
        return
      const links = list.current?.querySelectorAll<HTMLElement>('[data-work]') ?? []
      if (event.key === 'Enter' && !list.current?.contains(document.activeElement)) links[current]?.click()
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step === 0 || links.length === 0) return
      event.preventDefault()
      const isInside = list.current?.contains(document.activeElement)
      const next = isInside ? Math.min(links.length - 1, Math.max(0, current + step)) : current
      choose(next)
      links[next]!.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [current, list])
  return { current, choose }
}
