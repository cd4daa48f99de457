import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
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

/** Seconds in which nothing was loading. */
const QUIET_FOR = 3

/** When the first screen stands and nothing more comes: on a slow network, what is for later does not hold up what is for now. */
function usePrepared(): void {
  const client = useQueryClient()
  const router = useRouter()
  const me = useMe()
  const { period } = useSelection()
  const year = period.slice(0, 4)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a person and a year
  useEffect(() => {
    const seen = { quiet: 0 }
    const timer = setInterval(() => {
      const isLoading = client.isFetching() > 0 || router.state.status === 'pending'
      seen.quiet = isLoading ? 0 : seen.quiet + 1
      if (seen.quiet < QUIET_FOR) return
      clearInterval(timer)
      prepareForNoNetwork(client, me, year).catch(() => undefined)
    }, 1_000)
    return () => clearInterval(timer)
  }, [me.username, year])
}
