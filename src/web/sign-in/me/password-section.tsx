import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { changeOwnEmail, changeOwnPassword, showSession } from '#platform/auth/api.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import { useMe } from '#web/sync/use-me.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { useAttempt } from '../use-attempt.ts'
import classes from './me.module.css'

export function PasswordSection() {
  const { t } = useWords()
  const [present, setPresent] = useState('')
  const [password, setPassword] = useState('')
  const [isDone, setDone] = useState(false)
  const { attempt, isBusy, problem } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setDone(false)
    attempt(async () => {
      await call(changeOwnPassword, { present, password })
      setPresent('')
      setPassword('')
      setDone(true)
    })
  }
  const see = { 'aria-label': t('app.signIn.see') }
  return (
    <Section title={t('app.me.password')}>
      <form onSubmit={submit} className={classes.form}>
        <PasswordInput
          label={t('app.signIn.present')}
          value={present}
          onChange={({ currentTarget }) => setPresent(currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={see}
        />
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
        <div className={classes.row}>
          <Button type="submit" variant="default" loading={isBusy}>
            {t('app.me.changePassword')}
          </Button>
          {isDone && <span role="status">{t('app.me.passwordChanged')}</span>}
        </div>
      </form>
    </Section>
  )
}

export function EmailSection() {
  const { t } = useWords()
  const { email } = useMe()
  const [typed, setTyped] = useState(email ?? '')
  const { run, isBusy, problem } = useWrite(changeOwnEmail, { refreshes: [showSession] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run({ email: typed.trim() || null })
  }
  return (
    <Section title={t('app.me.email')}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          type="email"
          label={t('app.me.address')}
          description={t('app.me.addressHint')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="email"
        />
        {problem && <ErrorNote problem={problem} />}
        <div className={classes.row}>
          <Button type="submit" variant="default" loading={isBusy} disabled={typed.trim() === (email ?? '')}>
            {t('app.me.saveAddress')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
