import { Checkbox, TextInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import { isReversed, type PostDraft } from './rules/post-draft.ts'

type Props = {
  draft: PostDraft
  errorOf(path: string): string | undefined
  onChange(part: Partial<PostDraft>): void
}

/** Title, group of comparable duties, whether it is the head's, and its days. */
export function PostFields({ draft, errorOf, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        required
        maxLength={200}
        label={t('app.posts.titleOf')}
        value={draft.title}
        error={errorOf('title')}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      <TextInput
        maxLength={100}
        label={t('app.posts.group')}
        description={t('app.posts.groupHint')}
        value={draft.group}
        error={errorOf('group')}
        onChange={({ currentTarget }) => onChange({ group: currentTarget.value })}
      />
      <Checkbox
        label={t('app.posts.isHead')}
        checked={draft.isHead}
        onChange={({ currentTarget }) => onChange({ isHead: currentTarget.checked })}
      />
      <Fields>
        <DayField
          required
          label={t('app.posts.from')}
          value={draft.from}
          error={errorOf('from')}
          onChange={(from) => onChange({ from })}
        />
        <DayField
          label={t('app.posts.to')}
          value={draft.to}
          error={isReversed(draft) ? t('app.posts.reversed') : errorOf('to')}
          onChange={(to) => onChange({ to })}
        />
      </Fields>
    </>
  )
}
