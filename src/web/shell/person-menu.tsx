import { Menu, UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { endSession } from '#platform/auth/api.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { forgetSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import { forgetOutbox, useOutbox } from '#web/sync/outbox.ts'
import { wipe } from '#web/sync/store.ts'
import { useMe } from '#web/sync/use-me.ts'

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
  const [isLeaving, setLeaving] = useState(false)
  const name = me.displayName ?? me.username
  const ask = () => (items.length > 0 ? setLeaving(true) : leave())
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <UnstyledButton
            className="who"
            data-initials={initials(name)}
            aria-label={t('app.person.menu', { name })}
          />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{name}</Menu.Label>
          <Menu.Item onClick={() => go({ to: '/me' } as never)}>{t('app.person.security')}</Menu.Item>
          <Menu.Item onClick={() => speak(lang === 'vi' ? 'en' : 'vi')} lang={lang === 'vi' ? 'en' : 'vi'}>
            {lang === 'vi' ? 'English' : 'Tiếng Việt'}
          </Menu.Item>
          <Menu.Item component="a" href="/">
            {t('app.person.portal')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={ask}>{t('app.person.leave')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={isLeaving}
        title={t('app.person.leave')}
        action={t('app.person.leaveAnyway')}
        danger
        onConfirm={leave}
        onClose={() => setLeaving(false)}
      >
        {t('app.person.unsent', { count: items.length })}
      </Confirm>
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
