import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { listAccounts } from '../../api/access.ts'

/** Accounts within reach that are called so, page after page. */
export function usePeople(text: string) {
  const query = useInfiniteQuery({
    queryKey: [nameOf(listAccounts), text],
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(
          listAccounts,
          { limit: 50, ...(text && { text }), ...(pageParam && { after: pageParam }) },
          { signal },
        )
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after,
    placeholderData: (old) => old,
  })
  return { ...query, accounts: query.data?.pages.flatMap(({ accounts }) => accounts) ?? [] }
}
