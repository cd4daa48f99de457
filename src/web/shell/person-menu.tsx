import { Popover, UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { endSession } from '#platform/auth/api.ts'
import { forgetSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import { forgetOutbox, useOutbox } from '#web/sync/outbox.ts'
import { wipe } from '#web/sync/store.ts'
import { useMe } from '#web/sync/use-me.ts'

/** Asked only of whoever leaves with something unsent: it need not travel with the first page. */
const Confirm = lazy(() => import('#web/kit/confirm.tsx').then((m) => ({ default: m.Confirm })))

/** Letters of a name for a small round mark: `Lò Thị Hạnh` is `LH`. */
export const initials = (name: string): string => {
  const words = name.split(/[\s.]+/).filter(Boolean)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)![0] : '')).toUpperCase()
}

export function PersonMenu() {
  const { t, lang, speak } = useWords()
  const me = useMe()
  const go = useNavigate()
  const { items } = useOutbox()
  const [isOpen, setOpen] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const name = me.displayName ?? me.username
  const then = (act: () => void) => () => {
    setOpen(false)
    act()
  }
  const other = lang === 'vi' ? 'en' : 'vi'
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={240} trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton
            className="who"
            data-initials={initials(name)}
            aria-label={t('app.person.menu', { name })}
            onClick={() => setOpen(!isOpen)}
          />
        </Popover.Target>
        <Popover.Dropdown className="lines">
          <b>{name}</b>
          <UnstyledButton onClick={then(() => go({ to: '/me' } as never))}>
            {t('app.person.security')}
          </UnstyledButton>
          <UnstyledButton onClick={then(() => speak(other))} lang={other}>
            {lang === 'vi' ? 'English' : 'Tiếng Việt'}
          </UnstyledButton>
          <a href="/">{t('app.person.portal')}</a>
          <UnstyledButton onClick={then(() => (items.length > 0 ? setLeaving(true) : leave()))}>
            {t('app.person.leave')}
          </UnstyledButton>
        </Popover.Dropdown>
      </Popover>
      {isLeaving && (
        <Suspense>
          <Confirm
            opened
            title={t('app.person.leave')}
            action={t('app.person.leaveAnyway')}
            danger
            onConfirm={leave}
            onClose={() => setLeaving(false)}
          >
            {t('app.person.unsent', { count: items.length })}
          </Confirm>
        </Suspense>
      )}
    </>
  )
}

/** Ends the session and removes what this person kept here, also when the server cannot be told. */
async function leave(): Promise<void> {
  await call(endSession, {}, { key: crypto.randomUUID() }).catch(() => undefined)
  forgetOutbox()
  forgetSelection()
  await wipe()
  location.assign('/app/')
}
