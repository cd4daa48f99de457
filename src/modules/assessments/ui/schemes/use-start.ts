import { useNavigate } from '@tanstack/react-router'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { listDrafts, startDraft } from '../../api/schemes.ts'

/** Begins a draft and opens it. */
export function useStart() {
  const go = useNavigate()
  return useWrite(startDraft, {
    refreshes: [listDrafts],
    onDone: ({ data: { id } }) =>
      go({ to: '/schemes/drafts/$id', params: { id }, search: keepPlace } as never),
  })
}
