import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { BottomBar, Rail } from './rail.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { TopBar } from './top-bar.tsx'

/** River rail, top bar and the work surface. No page scrolls as a whole; its panes do. */
export function Frame() {
  const { t } = useWords()
  const [isNarrow, setNarrow] = useState(() => window.innerWidth < 1280)
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
