import { useMemo, useState } from 'react'
import { useWrite } from '#web/sync/use-write.ts'
import { getDraft, listDrafts, type SchemeDraft, saveDraft } from '../../../api/schemes.ts'
import { checkDraft, type DraftFaultFound } from '../../../rules/check-draft.ts'
import type { Scheme } from '../../../schema.ts'
import { HEAD, type Place, placeIn } from '../rules/draft-place.ts'

/** The draft in the hands of its writer: what is open, what is wrong, and whether it is saved. */
export function useDraft(draft: SchemeDraft, etag: string | null) {
  const [scheme, setScheme] = useState(draft.scheme)
  const [kept, setKept] = useState({ scheme: draft.scheme, etag })
  const [place, open] = useState<Place>(HEAD)
  const faults = useMemo(() => checkDraft(scheme), [scheme])
  const writing = useWrite(saveDraft, { refreshes: [getDraft, listDrafts] })
  const isChanged = JSON.stringify(scheme) !== JSON.stringify(kept.scheme)
  return {
    scheme,
    faults,
    isChanged,
    etag: kept.etag,
    place: placeIn(scheme, place),
    open,
    writing,
    /** What cannot be read is not sent; everything else may be saved while it is still wrong. */
    maySave: isChanged && !faults.some(({ code }) => code === 'form'),
    change: (next: Scheme) => setScheme(next),
    async save() {
      const sent = await writing.run({ id: draft.id, scheme }, { ifMatch: kept.etag ?? undefined })
      if (!sent) return
      setKept({ scheme: sent.data.scheme, etag: sent.etag })
      // As the server writes it, unless more was typed since
      setScheme((now) => (now === scheme ? sent.data.scheme : now))
    },
    reset: () => {
      setScheme(kept.scheme)
      writing.reset()
    },
  }
}
export type OpenDraft = ReturnType<typeof useDraft>
export type { DraftFaultFound }
