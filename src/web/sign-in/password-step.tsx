import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react'
import { type FormEvent, useEffect, useState } from 'react'
import {
  beginSession,
  leaveForOutside,
  returnFromOutside,
  type SessionAnswer,
  showWays,
} from '#platform/auth/api.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem, call } from '#web/sync/call.ts'
import { useRead } from '#web/sync/use-read.ts'
import { hasPasskeys, signInByPasskey } from './passkey.ts'
import type { Asked } from './second-step.tsx'
import classes from './sign-in.module.css'
import { useAttempt } from './use-attempt.ts'

type Props = { onEntered(session: SessionAnswer, password?: string): void; onAsked(asked: Asked): void }

export function PasswordStep({ onEntered, onAsked }: Props) {
  const { t } = useWords()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(false)
  const { attempt, isBusy, problem } = useAttempt()
  const { data: ways } = useRead(showWays, {})
  useReturn(attempt, onEntered)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(async () => {
      try {
        const { data } = await call(beginSession, { username, password, keep })
        onEntered(data, password)
      } catch (error) {
        const told = error instanceof ApiProblem ? error.told : undefined
        if (told?.code !== 'session.secondFactorNeeded') throw error
        const { ways: open, passkey } = told as unknown as Pick<Asked, 'ways' | 'passkey'>
        onAsked({ username, password, keep, ways: open, passkey })
      }
    })
  }
  const byPasskey = () => attempt(async () => onEntered((await signInByPasskey(keep)).data))
  const leave = () => attempt(async () => location.assign((await call(leaveForOutside, {})).data.address))
  return (
    <form onSubmit={submit} className={classes.form}>
      <h1>{t('app.signIn.title')}</h1>
      <TextInput
        label={t('app.signIn.name')}
        value={username}
        onChange={({ currentTarget }) => setUsername(currentTarget.value)}
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
      />
      <PasswordInput
        label={t('app.signIn.password')}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('app.signIn.see') }}
      />
      <Checkbox
        label={t('app.signIn.keep')}
        description={t('app.signIn.keepHint')}
        checked={keep}
        onChange={({ currentTarget }) => setKeep(currentTarget.checked)}
      />
      {problem && <ErrorNote problem={problem} />}
      <Button type="submit" loading={isBusy} fullWidth>
        {t('app.signIn.submit')}
      </Button>
      {hasPasskeys() && (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={18} stroke={1.6} />}
          onClick={byPasskey}
        >
          {t('app.signIn.passkey')}
        </Button>
      )}
      {ways?.outside && (
        <Button variant="default" leftSection={<IconLogin2 size={18} stroke={1.6} />} onClick={leave}>
          {t('app.signIn.outside', { host: ways.outside })}
        </Button>
      )}
    </form>
  )
}

/** Back from the other sign-in service: its answer stands in the address, once. */
function useReturn(attempt: ReturnType<typeof useAttempt>['attempt'], onEntered: Props['onEntered']): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is read once, when the page opens
  useEffect(() => {
    const query = new URLSearchParams(location.search)
    if (!query.has('state') || !(query.has('code') || query.has('error'))) return
    const returned = location.search
    history.replaceState(null, '', location.pathname)
    attempt(async () => onEntered((await call(returnFromOutside, { returned })).data))
  }, [])
}
