import { useParams } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { getDraft } from '../../../api/schemes.ts'
import { DraftEditor } from './draft-editor.tsx'

/** A scheme that is being written. */
export function DraftPage() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: read, error, refetch } = useEtagRead(getDraft, { id })
  const draft = read?.data.id === id ? read : undefined
  if (draft) return <DraftEditor key={id} draft={draft.data} etag={draft.etag} />
  return (
    <>
      <PageHead title={t('app.schemes.draft')} />
      {error ? <ErrorNote problem={error} retry={refetch} /> : <LoadingBars rows={10} />}
    </>
  )
}
