import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { lettersWork } from '#web/kit/letters.ts'
import { moreTexts } from '#web/kit/words.tsx'
import { pages } from './pages.ts'

type Panel = 'search' | 'keys'
const SearchPalette = lazy(async () => {
  const [{ SearchPalette: Palette }] = await Promise.all([
    import('#modules/search/ui/search-palette.tsx'),
    moreTexts(),
  ])
  return { default: Palette }
})
const KeyHelp = lazy(() => import('./key-help.tsx').then((m) => ({ default: m.KeyHelp })))

const asked = new EventTarget()
export const askFor = (panel: Panel) => asked.dispatchEvent(new CustomEvent('ask', { detail: panel }))

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=grid]') !== null)

/** `Ctrl K` finds, `G` and a letter goes to a page, `?` tells all keys. */
export function Shortcuts() {
  const [panel, setPanel] = useState<Panel | null>(null)
  const go = useNavigate()
  useEffect(() => {
    const state = { afterG: 0 }
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setPanel('search')
        return
      }
      if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey || !lettersWork()) return
      const key = event.key.toLowerCase()
      const target = Date.now() - state.afterG < 1_200 && pages.find(({ nav }) => nav?.key === key)
      if (target) go({ to: target.path } as never)
      else if (event.key === '?') setPanel('keys')
      state.afterG = key === 'g' ? Date.now() : 0
    }
    const onAsk = (event: Event) => setPanel((event as CustomEvent<Panel>).detail)
    window.addEventListener('keydown', onKey)
    asked.addEventListener('ask', onAsk)
    return () => {
      window.removeEventListener('keydown', onKey)
      asked.removeEventListener('ask', onAsk)
    }
  }, [go])
  const close = () => setPanel(null)
  return (
    <Suspense>
      {panel === 'search' && <SearchPalette opened onClose={close} />}
      {panel === 'keys' && <KeyHelp opened onClose={close} />}
    </Suspense>
  )
}
