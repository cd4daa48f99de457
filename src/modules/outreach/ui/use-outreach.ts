import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type * as z from 'zod'
import { useSelection } from '#web/kit/selection.ts'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { useOutbox } from '#web/sync/outbox.ts'
import type { Item } from '#web/sync/outbox-item.ts'
import { nameOf, reading } from '#web/sync/use-read.ts'
import { countOutreach, listActivities, saveActivity } from '../api/outreach.ts'
import { OUTREACH_FORMS, type OutreachForm } from '../schema.ts'

export type ActivityPage = z.infer<typeof listActivities.output>
type Asked = { form?: OutreachForm; programme?: string }

/** What the list is narrowed to; it stands in the address. */
export function useOutreachFilters() {
  const asked = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: { form?: OutreachForm | undefined; programme?: string | undefined }) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return {
    form: OUTREACH_FORMS.find((form) => form === asked.form),
    programme: asked.programme === undefined ? undefined : String(asked.programme),
    ask,
  }
}

/** The activities page by page. The first page is kept on the device, so that a phone shows it without a network. */
export function useActivities({ form, programme }: Asked) {
  const { unit, period } = useSelection()
  const client = useQueryClient()
  return useInfiniteQuery<
    ActivityPage,
    ApiProblem | NoNetwork,
    ActivityPage[],
    unknown[],
    string | undefined
  >({
    // Not the key of its first page, which would wait for itself
    queryKey: [nameOf(listActivities), 'pages', { unit, period, form, programme }],
    enabled: unit !== null,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) => {
      const input = { unit: unit!, period, form, programme, after }
      if (after !== undefined) return (await call(listActivities, input, { signal })).data
      return (await client.fetchQuery({ ...reading(listActivities, input, true), staleTime: 0 })).data
    },
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (data) => data.pages,
    placeholderData: (old) => old,
  })
}

/** Reads the list and the counts again. */
export function useRefresh() {
  const client = useQueryClient()
  return () => {
    const old = [listActivities, countOutreach].map(nameOf)
    return client.invalidateQueries({ predicate: ({ queryKey }) => old.includes(String(queryKey[0])) })
  }
}

/** Activities that are still on this device. When one has gone out, the list is read again. */
export function useWaiting(): Item[] {
  const waiting = useOutbox().items.filter(({ path }) => path === saveActivity.path)
  const refresh = useRefresh()
  const count = waiting.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: only how many there are makes the list old
  useEffect(() => {
    refresh()
  }, [count])
  return waiting
}
