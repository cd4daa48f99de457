import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { type AccountTold, changeAccount, listAccounts, showAccount } from '../../api/access.ts'
import { FormDialog } from './form-dialog.tsx'

export function ChangeDialog({ account, onClose }: { account: AccountTold; onClose(): void }) {
  const { t } = useWords()
  const { username } = account
  const [displayName, setDisplayName] = useState(account.displayName ?? '')
  const [email, setEmail] = useState(account.email ?? '')
  const { run, isBusy, problem } = useWrite(changeAccount, {
    refreshes: [showAccount, listAccounts],
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('app.people.change')}
      action={t('app.people.save')}
      problem={problem}
      isBusy={isBusy}
      onSend={() => run({ username, displayName: displayName.trim() || null, email: email.trim() || null })}
      onClose={onClose}
    >
      <TextInput
        label={t('app.people.displayName')}
        value={displayName}
        onChange={({ currentTarget }) => setDisplayName(currentTarget.value)}
        data-autofocus
      />
      <TextInput
        type="email"
        label={t('app.people.email')}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
    </FormDialog>
  )
}
