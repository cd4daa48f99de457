import { useState } from 'react'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { addPost, changePost, type Person, type Post } from '../../api/people.ts'
import { FormDialog } from '../people/form-dialog.tsx'
import { PostFields } from './post-fields.tsx'
import { draftOf, emptyPost, isWhole, postOf } from './rules/post-draft.ts'
import { REFRESHED, useDay } from './use-posts.ts'

type Props = {
  person: Person
  etag: string | undefined
  /** Left out: a further post, at `unit`. */
  post?: Post
  unit: { code: string; name: string }
  onClose(): void
}

/** A further post at the chosen unit, or one that is corrected or ended. */
export function PostDialog({ person, etag, post, unit, onClose }: Props) {
  const { t } = useWords()
  const on = useDay()
  const [draft, setDraft] = useState(() => (post ? draftOf(post) : emptyPost(on)))
  const writing = { refreshes: REFRESHED, onDone: onClose }
  const adding = useWrite(addPost, writing)
  const changing = useWrite(changePost, writing)
  const { isBusy, problem } = post ? changing : adding
  const send = () => {
    if (post) changing.run({ post: post.id, ...postOf(draft) }, { ifMatch: etag })
    else adding.run({ person: person.id, unit: unit.code, ...postOf(draft) }, { ifMatch: etag })
  }
  const title = t(post ? 'app.posts.changePost' : 'app.posts.addPost')
  return (
    <FormDialog
      title={title}
      action={t('app.posts.save')}
      problem={problem}
      isBusy={isBusy}
      isReady={isWhole(draft)}
      onSend={send}
      onClose={onClose}
    >
      <p>{t('app.posts.postAt', { name: person.name, unit: post?.unit.name ?? unit.name })}</p>
      <PostFields
        draft={draft}
        errorOf={fieldErrors(problem)}
        onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
      />
    </FormDialog>
  )
}
