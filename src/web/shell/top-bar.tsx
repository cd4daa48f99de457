import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { showInstallation } from '#modules/programmes/api/installation.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { ActingMark } from '../sign-in/acting-mark.tsx'
import { NetworkMark } from './network-mark.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { PersonMenu } from './person-menu.tsx'
import { askFor } from './shortcuts.tsx'
import { UnitPicker } from './unit-picker.tsx'

/** Comes after the first screen: nobody waits for it. */
const NoticeBell = lazy(() =>
  import('#modules/work/ui/notices/notice-bell.tsx').then((m) => ({ default: m.NoticeBell })),
)

/** Unit and period, then what is true now: demo notice, saved or offline, search, notices, person. */
export function TopBar({ isNarrow, onNarrow }: { isNarrow: boolean; onNarrow(): void }) {
  const { t } = useWords()
  const Fold = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <header className="top">
      <ActionIcon
        className="wide"
        aria-label={t(isNarrow ? 'app.nav.unfold' : 'app.nav.fold')}
        onClick={onNarrow}
      >
        <Fold size={18} stroke={1.6} />
      </ActionIcon>
      <UnitPicker />
      <span className="bar wide" aria-hidden />
      <PeriodPicker />
      <span className="grow" />
      {useRead(showInstallation, {}, { offline: true }).data?.demo && (
        <span className="demo wide">{t('app.demo')}</span>
      )}
      <ActingMark />
      <NetworkMark />
      <UnstyledButton className="find" onClick={() => askFor('search')}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span>{t('app.search.hint')}</span>
        <Kbd className="wide">Ctrl K</Kbd>
      </UnstyledButton>
      <Suspense fallback={<span className="bell" />}>
        <NoticeBell />
      </Suspense>
      <PersonMenu />
    </header>
  )
}
