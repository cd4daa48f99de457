import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { addPerson } from '../../api/people.ts'
import { FormDialog } from '../people/form-dialog.tsx'
import { linkTo } from './keep-place.ts'
import { PersonFields, personOf } from './person-fields.tsx'
import { PostFields } from './post-fields.tsx'
import { emptyPost, isCode, isWhole, postOf } from './rules/post-draft.ts'
import { REFRESHED } from './use-posts.ts'

/** A person comes with a first post at the chosen unit. */
export function AddPersonDialog({ unit, on, onClose }: { unit: string; on: string; onClose(): void }) {
  const { t } = useWords()
  const [person, setPerson] = useState({ code: '', name: '', account: '' })
  const [post, setPost] = useState(() => emptyPost(`${on.slice(0, 4)}-01-01`))
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(addPerson, {
    refreshes: REFRESHED,
    onDone: ({ data }) => go(linkTo('/posts/$person', { person: data.id }) as never),
  })
  const errorOf = fieldErrors(problem)
  return (
    <FormDialog
      title={t('app.posts.add')}
      action={t('app.posts.add')}
      problem={problem}
      isBusy={isBusy}
      isReady={isCode(person.code) && person.name.trim() !== '' && isWhole(post)}
      onSend={() => run({ unit, ...personOf(person), post: postOf(post) })}
      onClose={onClose}
    >
      <PersonFields
        draft={person}
        errorOf={errorOf}
        onChange={(part) => setPerson((old) => ({ ...old, ...part }))}
      />
      <PostFields
        draft={post}
        errorOf={(path) => errorOf(`post.${path}`)}
        onChange={(part) => setPost((old) => ({ ...old, ...part }))}
      />
    </FormDialog>
  )
}
