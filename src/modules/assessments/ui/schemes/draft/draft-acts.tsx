import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import {
  dropDraft,
  getScheme,
  listDrafts,
  listSchemes,
  putInForce,
  type SchemeDraft,
} from '../../../api/schemes.ts'
import { useValidity } from '../use-validity.ts'
import type { OpenDraft } from './use-draft.ts'

/** What becomes of the draft: tried, dropped, or put in force for good. All of them are about what was saved. */
export function DraftActs({ draft, held }: { draft: SchemeDraft; held: OpenDraft }) {
  const { t } = useWords()
  const [asked, ask] = useState<'drop' | 'force' | null>(null)
  const isWrong = held.faults.some(({ isBlocking }) => isBlocking)
  return (
    <>
      <Button variant="subtle" color="brick" onClick={() => ask('drop')}>
        {t('app.schemes.drop')}
      </Button>
      {draft.periods.length > 0 && (
        <Button
          component={Link}
          variant="default"
          {...({ to: '/schemes/drafts/$id/trial', params: { id: draft.id }, search: keepPlace } as object)}
        >
          {t('app.schemes.try')}
        </Button>
      )}
      <Button variant="default" disabled={held.isChanged || isWrong} onClick={() => ask('force')}>
        {t('app.schemes.force')}
      </Button>
      {asked === 'drop' && <Drop draft={draft} held={held} onClose={() => ask(null)} />}
      {asked === 'force' && <Force draft={draft} held={held} onClose={() => ask(null)} />}
    </>
  )
}

type Asked = { draft: SchemeDraft; held: OpenDraft; onClose(): void }

function Drop({ draft, held, onClose }: Asked) {
  const { t } = useWords()
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(dropDraft, {
    refreshes: [listDrafts],
    onDone: () => {
      held.reset()
      go({ to: '/schemes', search: keepPlace, ignoreBlocker: true } as never)
    },
  })
  return (
    <Confirm
      opened
      danger
      title={t('app.schemes.drop')}
      action={t('app.schemes.drop')}
      isBusy={isBusy}
      onConfirm={() => run({ id: draft.id })}
      onClose={onClose}
    >
      {t('app.schemes.dropAsk', { name: held.scheme.name || draft.code })}
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}

function Force({ draft, held, onClose }: Asked) {
  const { t, number } = useWords()
  const go = useNavigate()
  const validity = useValidity()
  const { code } = draft
  const { run, isBusy, problem } = useWrite(putInForce, {
    refreshes: [listDrafts, listSchemes, getScheme],
    onDone: () => go({ to: '/schemes/$code', params: { code }, search: keepPlace } as never),
  })
  return (
    <Confirm
      opened
      title={t('app.schemes.force')}
      action={t('app.schemes.forceVersion', { version: number(draft.nextVersion) })}
      isBusy={isBusy}
      onConfirm={() => run({ id: draft.id }, { ifMatch: held.etag ?? undefined })}
      onClose={onClose}
    >
      {t('app.schemes.forceAsk', {
        name: held.scheme.name,
        version: number(draft.nextVersion),
        validity: validity(held.scheme),
      })}
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
