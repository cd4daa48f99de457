import { Button } from '@mantine/core'
import { useState } from 'react'
import { removePasskey } from '#platform/auth/api.ts'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import { hasPasskeys, makePasskey } from '../passkey.ts'
import classes from './me.module.css'
import { PasswordDialog } from './password-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useSecurity } from './use-security.ts'

type Open = 'add' | { remove: string; name: string } | { codes: string[] } | null

/** Passkeys: a phone's or computer's own lock, or a key on the key ring. */
export function PasskeySection() {
  const { t, instant } = useWords()
  const [open, setOpen] = useState<Open>(null)
  const { data, again } = useSecurity()
  const close = () => setOpen(null)
  const passkeys = data?.passkeys ?? []
  return (
    <Section title={t('app.me.passkeys')}>
      <p className={classes.note}>{t('app.me.passkeysHint')}</p>
      {passkeys.length > 0 && (
        <ul className={classes.list}>
          {passkeys.map(({ id, name, createdAt, usedAt }) => (
            <li key={id}>
              <span>
                {name}
                <small>
                  {usedAt
                    ? t('app.me.used', { at: instant(usedAt) })
                    : t('app.me.added', { at: instant(createdAt) })}
                </small>
              </span>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('app.me.removePasskey', { name })}
                onClick={() => setOpen({ remove: id, name })}
              >
                {t('app.me.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.row}>
        <Button variant="default" disabled={!hasPasskeys()} onClick={() => setOpen('add')}>
          {t('app.me.addPasskey')}
        </Button>
        {!hasPasskeys() && <span>{t('app.me.noPasskeys')}</span>}
      </div>
      {open === 'add' && (
        <PasswordDialog
          title={t('app.me.addPasskey')}
          action={t('app.me.addPasskey')}
          named={t('app.me.passkeyName')}
          onClose={close}
          work={async (password, name) => {
            const { recoveryCodes } = (await makePasskey(name, password)).data
            setOpen(recoveryCodes.length > 0 ? { codes: recoveryCodes } : null)
            await again()
          }}
        />
      )}
      {typeof open === 'object' && open && 'remove' in open && (
        <PasswordDialog
          title={t('app.me.removePasskey', { name: open.name })}
          action={t('app.me.remove')}
          danger
          onClose={close}
          work={async (password) => {
            await call(removePasskey, { id: open.remove, password })
            close()
            await again()
          }}
        />
      )}
      {typeof open === 'object' && open && 'codes' in open && (
        <RecoveryCodes codes={open.codes} onClose={close} />
      )}
    </Section>
  )
}
