import { useState } from 'react'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { changePerson, type Person } from '../../api/people.ts'
import { FormDialog } from '../people/form-dialog.tsx'
import { PersonFields, personOf } from './person-fields.tsx'
import { isCode } from './rules/post-draft.ts'
import { REFRESHED } from './use-posts.ts'

type Props = { person: Person; etag: string | undefined; onClose(): void }

/** Corrects name, staff number or account. */
export function ChangePersonDialog({ person, etag, onClose }: Props) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ ...person, account: person.account ?? '' })
  const { run, isBusy, problem } = useWrite(changePerson, { refreshes: REFRESHED, onDone: onClose })
  return (
    <FormDialog
      title={t('app.posts.change')}
      action={t('app.posts.save')}
      problem={problem}
      isBusy={isBusy}
      isReady={isCode(draft.code) && draft.name.trim() !== ''}
      onSend={() => run({ person: person.id, ...personOf(draft) }, { ifMatch: etag })}
      onClose={onClose}
    >
      <PersonFields
        draft={draft}
        errorOf={fieldErrors(problem)}
        onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
      />
    </FormDialog>
  )
}
