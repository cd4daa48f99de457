import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { prepareForNoNetwork } from './prepare.ts'
import { BottomBar, Rail } from './rail.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { TopBar } from './top-bar.tsx'

/** River rail, top bar and the work surface. No page scrolls as a whole; its panes do. */
export function Frame() {
  const { t } = useWords()
  const [isNarrow, setNarrow] = useState(() => window.innerWidth < 1280)
  usePrepared()
  return (
    <div className="frame">
      <a className="skip" href="#work">
        {t('app.skip')}
      </a>
      <Rail isNarrow={isNarrow} />
      <div className="main">
        <TopBar isNarrow={isNarrow} onNarrow={() => setNarrow(!isNarrow)} />
        <main id="work" className="work" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <Shortcuts />
    </div>
  )
}

const AFTER_MS = 3_000

/** Some moments after the start, when the first screen stands. */
function usePrepared(): void {
  const client = useQueryClient()
  const me = useMe()
  const { period } = useSelection()
  const year = period.slice(0, 4)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a person and a year
  useEffect(() => {
    const timer = setTimeout(() => prepareForNoNetwork(client, me, year).catch(() => undefined), AFTER_MS)
    return () => clearTimeout(timer)
  }, [me.username, year])
}
