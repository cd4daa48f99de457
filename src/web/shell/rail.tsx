import { Tooltip } from '@mantine/core'
import { IconCloudUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Page } from '#web/kit/page.ts'
import { useWords } from '#web/kit/words.tsx'
import { useOutbox } from '#web/sync/outbox.ts'
import { useMe } from '#web/sync/use-me.ts'
import { pages } from './pages.ts'

const GROUPS = ['mine', 'steer', 'judge', 'follow', 'manage'] as const
type Shown = Page & { nav: NonNullable<Page['nav']> }

/** The pages that this person finds in the rail, group by group. */
function usePages(): [group: (typeof GROUPS)[number], pages: Shown[]][] {
  const me = useMe()
  const shown = pages
    .filter(
      (page): page is Shown =>
        page.nav !== undefined &&
        (!page.nav.may || [page.nav.may].flat().some((permission) => me.may(permission))),
    )
    .sort((a, b) => a.nav.order - b.nav.order)
  return GROUPS.map((group) => [group, shown.filter(({ nav }) => nav.group === group)])
}

export function Rail({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useWords()
  const groups = usePages().filter(([, shown]) => shown.length > 0)
  return (
    <nav className={isNarrow ? 'rail narrow' : 'rail'} aria-label={t('app.nav')}>
      <Link to="/" className="brand" aria-label={t('app.home')}>
        <img src="/app/icon.svg" alt="" width={26} height={26} />
        {!isNarrow && <b>Sông Mã</b>}
      </Link>
      {groups.map(([group, shown]) => (
        <div key={group} className="group">
          {group !== 'mine' && !isNarrow && <span className="kick">{t(`app.nav.${group}`)}</span>}
          {shown.map((page) => (
            <Entry key={page.path} page={page} isNarrow={isNarrow} />
          ))}
        </div>
      ))}
    </nav>
  )
}

function Entry({ page: { path, title, nav }, isNarrow }: { page: Shown; isNarrow: boolean }) {
  const { t } = useWords()
  const name = t(title)
  return (
    <Tooltip label={name} position="right" disabled={!isNarrow}>
      <Link
        to={path as never}
        search={keepPlace as never}
        activeOptions={{ exact: path === '/', includeSearch: false }}
        aria-label={isNarrow ? name : undefined}
      >
        <nav.icon size={18} stroke={1.6} />
        {!isNarrow && <span>{name}</span>}
      </Link>
    </Tooltip>
  )
}

/** From page to page the unit and the period stay. */
const keepPlace = ({ unit, period }: { unit?: string; period?: string }) => ({
  ...(unit && { unit }),
  ...(period && { period }),
})

/** On a phone: three pages of one's own, and the outbox. */
export function BottomBar() {
  const { t } = useWords()
  const { items } = useOutbox()
  const mine = usePages()[0]![1].slice(0, 3)
  return (
    <nav className="bottom" aria-label={t('app.nav.phone')}>
      {mine.map(({ path, title, nav }) => (
        <Link
          key={path}
          to={path as never}
          search={keepPlace as never}
          activeOptions={{ exact: path === '/', includeSearch: false }}
        >
          <nav.icon size={20} stroke={1.6} />
          <span>{t(title)}</span>
        </Link>
      ))}
      <Link to={'/outbox' as never}>
        <IconCloudUp size={20} stroke={1.6} />
        <span>
          {t('app.outbox.title')}
          {items.length > 0 && <b> {items.length}</b>}
        </span>
      </Link>
    </nav>
  )
}
