import { TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { addAccount, listAccounts } from '../../api/access.ts'
import { FormDialog } from './form-dialog.tsx'
import { GrantFields, grantOf, NEW_GRANT } from './grant-fields.tsx'

const NEW = { username: '', displayName: '', email: '', password: '' }

/** A new account comes with its first role; its person chooses another password at the first sign-in. */
export function AccountDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const go = useNavigate()
  const [person, setPerson] = useState(NEW)
  const [draft, setDraft] = useState(NEW_GRANT)
  const { run, isBusy, problem } = useWrite(addAccount, {
    refreshes: [listAccounts],
    onDone: ({ data: { username } }) => {
      onClose()
      go({ to: '/people/$username', params: { username }, search: true } as never)
    },
  })
  const grant = grantOf(draft)
  const field = (name: keyof typeof NEW) => ({
    label: t(`app.people.${name}`),
    value: person[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setPerson({ ...person, [name]: currentTarget.value }),
    withAsterisk: false,
    autoComplete: 'off',
  })
  return (
    <FormDialog
      title={t('app.people.add')}
      action={t('app.people.add')}
      problem={problem}
      isBusy={isBusy}
      isReady={grant !== null}
      onSend={() =>
        grant &&
        run({ ...grant, ...person, email: person.email.trim() || null, username: person.username.trim() })
      }
      onClose={onClose}
    >
      <TextInput {...field('displayName')} required data-autofocus />
      <TextInput {...field('username')} required autoCapitalize="none" spellCheck={false} />
      <TextInput {...field('email')} type="email" />
      <TextInput
        {...field('password')}
        description={t('app.people.passwordHint')}
        required
        spellCheck={false}
      />
      <GrantFields draft={draft} onChange={setDraft} />
    </FormDialog>
  )
}
