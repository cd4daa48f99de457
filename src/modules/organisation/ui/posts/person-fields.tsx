import { TextInput } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'

export type PersonDraft = { code: string; name: string; account: string }
type Props = {
  draft: PersonDraft
  errorOf(path: string): string | undefined
  onChange(part: Partial<PersonDraft>): void
}

/** Name, staff number, and the account with which the person signs in. */
export function PersonFields({ draft, errorOf, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        required
        data-autofocus
        maxLength={200}
        label={t('app.posts.name')}
        value={draft.name}
        error={errorOf('name')}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <TextInput
        required
        maxLength={60}
        spellCheck={false}
        label={t('app.posts.code')}
        description={t('app.posts.codeHint')}
        value={draft.code}
        error={errorOf('code')}
        onChange={({ currentTarget }) => onChange({ code: currentTarget.value })}
      />
      <TextInput
        maxLength={200}
        spellCheck={false}
        autoCapitalize="none"
        label={t('app.posts.account')}
        description={t('app.posts.accountHint')}
        value={draft.account}
        error={errorOf('account')}
        onChange={({ currentTarget }) => onChange({ account: currentTarget.value })}
      />
    </>
  )
}

export const personOf = ({ code, name, account }: PersonDraft) => ({
  code: code.trim(),
  name: name.trim(),
  account: account.trim() || null,
})
