import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { beginSession } from '#platform/auth/api.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'

export function SignInPage({ onSignedIn }: { onSignedIn(username: string): void }) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { run, isBusy, problem } = useWrite(beginSession)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const sent = await run({ username: name, password })
    if (sent) onSignedIn(sent.data.username)
  }
  return (
    <main>
      <form onSubmit={submit}>
        <h1>Sông Mã</h1>
        <TextInput
          label={t('app.signIn.name')}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          autoComplete="username"
          required
        />
        <PasswordInput
          label={t('app.signIn.password')}
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        {problem && <ErrorNote problem={problem} />}
        <Button type="submit" loading={isBusy}>
          {t('app.signIn.submit')}
        </Button>
      </form>
    </main>
  )
}
