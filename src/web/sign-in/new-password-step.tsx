import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { changeOwnPassword } from '#platform/auth/api.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import classes from './sign-in.module.css'
import { useAttempt } from './use-attempt.ts'

/** Somebody else chose the password: nothing is open before the person has one of their own. */
export function NewPasswordStep({ present, onDone }: { present: string; onDone(): void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(present)
  const [password, setPassword] = useState('')
  const { attempt, isBusy, problem } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(async () => {
      await call(changeOwnPassword, { present: typed, password })
      onDone()
    })
  }
  const see = { 'aria-label': t('app.signIn.see') }
  return (
    <form onSubmit={submit} className={classes.form}>
      <h1>{t('app.signIn.newTitle')}</h1>
      <p>{t('app.signIn.newHint')}</p>
      {present === '' && (
        <PasswordInput
          label={t('app.signIn.present')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={see}
        />
      )}
      <PasswordInput
        label={t('app.signIn.new')}
        description={t('app.signIn.newLeast')}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={see}
      />
      {problem && <ErrorNote problem={problem} />}
      <Button type="submit" loading={isBusy} fullWidth>
        {t('app.signIn.newSubmit')}
      </Button>
    </form>
  )
}
