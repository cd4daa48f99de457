import { Button } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { disableAccount, listAccounts, showAccount } from '../../api/access.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { DelegationDialog, DelegationList } from './delegations.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { GrantList } from './grant-list.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import classes from './people.module.css'

type Open = 'grant' | 'change' | 'password' | 'disable' | 'delegation' | null

/** One account: its person, its roles with their days, who acts for it; and what an administrator may do about it. */
export function AccountDetail({ username }: { username: string }) {
  const { t } = useWords()
  const me = useMe()
  const [open, setOpen] = useState<Open>(null)
  const { data, error, isPending, refetch } = useRead(showAccount, { username })
  const refreshes = [showAccount, listAccounts]
  const disable = useWrite(disableAccount, { refreshes, onDone: () => setOpen(null) })
  if (isPending) return <LoadingBars rows={8} />
  if (!data) return <ErrorNote problem={error} retry={() => refetch()} />
  const { displayName, email, isDisabled, isInCharge, grants, delegations } = data
  const isOwn = me.username === username
  const close = () => setOpen(null)
  return (
    <article className={classes.detail}>
      <h2>{displayName ?? username}</h2>
      <p className={classes.facts}>
        <span>{username}</span>
        {email && <span>{email}</span>}
        {isDisabled && <strong>{t('app.people.disabled')}</strong>}
      </p>
      {isInCharge ? (
        <div className={classes.row}>
          <Button variant="default" onClick={() => setOpen('change')}>
            {t('app.people.change')}
          </Button>
          {!isOwn && (
            <>
              <Button variant="default" onClick={() => setOpen('password')}>
                {t('app.people.setPassword')}
              </Button>
              <Button variant="default" onClick={() => setOpen('disable')}>
                {t(isDisabled ? 'app.people.enable' : 'app.people.disable')}
              </Button>
            </>
          )}
        </div>
      ) : (
        <p className={classes.note}>{t('app.people.notInCharge')}</p>
      )}
      <Section
        title={t('app.people.roles')}
        aside={
          <Button variant="default" size="compact-sm" onClick={() => setOpen('grant')}>
            {t('app.people.give')}
          </Button>
        }
      >
        <GrantList grants={grants} name={displayName ?? username} />
      </Section>
      <Section
        title={t('app.people.delegations')}
        aside={
          isInCharge && (
            <Button variant="default" size="compact-sm" onClick={() => setOpen('delegation')}>
              {t('app.people.delegate')}
            </Button>
          )
        }
      >
        <DelegationList delegations={delegations} mayEnd={isInCharge} />
      </Section>
      {open === 'grant' && <GrantDialog username={username} onClose={close} />}
      {open === 'change' && <ChangeDialog account={data} onClose={close} />}
      {open === 'password' && <PasswordDialog username={username} onClose={close} />}
      {open === 'delegation' && <DelegationDialog from={username} onClose={close} />}
      <Confirm
        opened={open === 'disable'}
        title={t(isDisabled ? 'app.people.enable' : 'app.people.disable')}
        action={t(isDisabled ? 'app.people.enable' : 'app.people.disable')}
        danger={!isDisabled}
        isBusy={disable.isBusy}
        onConfirm={() => disable.run({ username, isDisabled: !isDisabled })}
        onClose={close}
      >
        {t(isDisabled ? 'app.people.enableHint' : 'app.people.disableHint', {
          name: displayName ?? username,
        })}
        {disable.problem && <ErrorNote problem={disable.problem} />}
      </Confirm>
    </article>
  )
}
