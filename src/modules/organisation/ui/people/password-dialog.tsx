import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { setAccountPassword, showAccount } from '../../api/access.ts'
import { FormDialog } from './form-dialog.tsx'

/** Shown as it is typed: the administrator reads it out to the person, who chooses another one. */
export function PasswordDialog({ username, onClose }: { username: string; onClose(): void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const { run, isBusy, problem } = useWrite(setAccountPassword, { refreshes: [showAccount], onDone: onClose })
  return (
    <FormDialog
      title={t('app.people.setPassword')}
      action={t('app.people.setPassword')}
      problem={problem}
      isBusy={isBusy}
      isReady={password !== ''}
      onSend={() => run({ username, password })}
      onClose={onClose}
    >
      <TextInput
        label={t('app.people.password')}
        description={t('app.people.passwordHint')}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
    </FormDialog>
  )
}
