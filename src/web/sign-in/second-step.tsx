import { Button, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { beginSession, type Challenge, type SessionAnswer } from '#platform/auth/api.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem, call } from '#web/sync/call.ts'
import { showPasskey } from './passkey.ts'
import classes from './sign-in.module.css'
import { useAttempt } from './use-attempt.ts'

/** What was typed already, and which ways are open to show a second thing. */
export type Asked = {
  username: string
  password: string
  keep: boolean
  ways: readonly ('code' | 'passkey' | 'recovery')[]
  passkey?: Challenge | undefined
}
type Props = { asked: Asked; onEntered(session: SessionAnswer): void; onBack(): void }

export function SecondStep({ asked, onEntered, onBack }: Props) {
  const { t } = useWords()
  const { username, password, keep, ways } = asked
  const [code, setCode] = useState('')
  const [isRecovery, setRecovery] = useState(!ways.includes('code'))
  const { attempt, isBusy, problem } = useAttempt()
  const typed = { username, password, keep }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(async () => onEntered((await call(beginSession, { ...typed, code })).data))
  }
  const byPasskey = () =>
    attempt(async () => {
      const passkey = await showPasskey(await freshChallenge(typed))
      onEntered((await call(beginSession, { ...typed, passkey })).data)
    })
  const mayType = ways.includes(isRecovery ? 'recovery' : 'code')
  return (
    <form onSubmit={submit} className={classes.form}>
      <h1>{t('app.signIn.second')}</h1>
      <p>{t(isRecovery ? 'app.signIn.recoveryHint' : 'app.signIn.codeHint', { name: username })}</p>
      {mayType && (
        <TextInput
          key={String(isRecovery)}
          label={t(isRecovery ? 'app.signIn.recovery' : 'app.signIn.code')}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          required
          withAsterisk={false}
        />
      )}
      {problem && <ErrorNote problem={problem} />}
      {mayType && (
        <Button type="submit" loading={isBusy} fullWidth>
          {t('app.signIn.submit')}
        </Button>
      )}
      {ways.includes('passkey') && (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={18} stroke={1.6} />}
          onClick={byPasskey}
        >
          {t('app.signIn.passkey')}
        </Button>
      )}
      <div className={classes.links}>
        {ways.includes('recovery') && ways.includes('code') && (
          <button type="button" onClick={() => setRecovery(!isRecovery)}>
            {t(isRecovery ? 'app.signIn.toCode' : 'app.signIn.toRecovery')}
          </button>
        )}
        <button type="button" onClick={onBack}>
          {t('app.signIn.back')}
        </button>
      </div>
    </form>
  )
}

/** Each challenge is answered once: a new one comes with the same refusal. */
async function freshChallenge(typed: Pick<Asked, 'username' | 'password' | 'keep'>): Promise<Challenge> {
  const error = await call(beginSession, typed).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const told = error instanceof ApiProblem ? (error.told as unknown as Partial<Asked>) : undefined
  if (!told?.passkey) throw error
  return told.passkey
}
