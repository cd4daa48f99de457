import { Button } from '@mantine/core'
import { useState } from 'react'
import { beginCodeApp, removeCodeApp, renewRecoveryCodes } from '#platform/auth/api.ts'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import { type Begun, CodeAppSetup } from './code-app-setup.tsx'
import classes from './me.module.css'
import { PasswordDialog } from './password-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useSecurity } from './use-security.ts'

type Open = 'add' | 'remove' | 'codes' | Begun | { codes: string[] } | null

/** An app on the phone that shows codes, and the codes on paper that stand in for it. */
export function CodeAppSection() {
  const { t } = useWords()
  const [open, setOpen] = useState<Open>(null)
  const { data, error, isPending, refetch, again } = useSecurity()
  const close = () => setOpen(null)
  const show = async (codes: string[]) => {
    setOpen({ codes })
    await again()
  }
  const hasFactor = data && (data.codeApp || data.passkeys.length > 0)
  return (
    <Section title={t('app.me.codeApp')}>
      {isPending && <LoadingBars rows={2} />}
      {error && !data && <ErrorNote problem={error} retry={() => refetch()} />}
      {data && <p className={classes.note}>{t(data.codeApp ? 'app.me.codeAppOn' : 'app.me.codeAppOff')}</p>}
      {hasFactor && <p className={classes.note}>{t('app.me.codesLeft', { count: data.recoveryCodes })}</p>}
      {data && (
        <div className={classes.row}>
          <Button variant="default" onClick={() => setOpen(data.codeApp ? 'remove' : 'add')}>
            {t(data.codeApp ? 'app.me.removeCodeApp' : 'app.me.addCodeApp')}
          </Button>
          {hasFactor && (
            <Button variant="default" onClick={() => setOpen('codes')}>
              {t('app.me.newCodes')}
            </Button>
          )}
        </div>
      )}
      {open === 'add' && (
        <PasswordDialog
          title={t('app.me.addCodeApp')}
          action={t('app.me.next')}
          onClose={close}
          work={async (password) => setOpen((await call(beginCodeApp, { password })).data)}
        />
      )}
      {open === 'remove' && (
        <PasswordDialog
          title={t('app.me.removeCodeApp')}
          action={t('app.me.removeCodeApp')}
          danger
          onClose={close}
          work={async (password) => {
            await call(removeCodeApp, { password })
            close()
            await again()
          }}
        />
      )}
      {open === 'codes' && (
        <PasswordDialog
          title={t('app.me.newCodes')}
          action={t('app.me.newCodes')}
          onClose={close}
          work={async (password) => show((await call(renewRecoveryCodes, { password })).data.recoveryCodes)}
        />
      )}
      {typeof open === 'object' && open && 'picture' in open && (
        <CodeAppSetup begun={open} onClose={close} onDone={show} />
      )}
      {typeof open === 'object' && open && 'codes' in open && (
        <RecoveryCodes codes={open.codes} onClose={close} />
      )}
    </Section>
  )
}
