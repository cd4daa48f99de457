import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { addGrant, listAccounts, showAccount } from '../../api/access.ts'
import { FormDialog } from './form-dialog.tsx'
import { GrantFields, grantOf, NEW_GRANT } from './grant-fields.tsx'

export function GrantDialog({ username, onClose }: { username: string; onClose(): void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState(NEW_GRANT)
  const { run, isBusy, problem } = useWrite(addGrant, {
    refreshes: [showAccount, listAccounts],
    onDone: onClose,
  })
  const grant = grantOf(draft)
  return (
    <FormDialog
      title={t('app.people.give')}
      action={t('app.people.give')}
      problem={problem}
      isBusy={isBusy}
      isReady={grant !== null}
      onSend={() => grant && run({ username, ...grant })}
      onClose={onClose}
    >
      <GrantFields draft={draft} onChange={setDraft} />
    </FormDialog>
  )
}
