import { useInfiniteQuery } from '@tanstack/react-query'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { getResult, type PublishedResult, type ResultRow } from '../../api/results.ts'

/** A result with the rows that have come so far. @param version the last when undefined */
export function useRanking(round: string, version: number | undefined) {
  const asked = { round, version, limit: 200 }
  const { data: pages, ...query } = useInfiniteQuery<
    PublishedResult,
    ApiProblem | NoNetwork,
    PublishedResult[],
    unknown[],
    string | undefined
  >({
    queryKey: [nameOf(getResult), asked],
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(getResult, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
  const isSame = pages?.[0]?.id === round
  const rows: ResultRow[] = isSame ? pages.flatMap((page) => page.rows) : []
  return { ...query, head: isSame ? pages[0] : undefined, rows }
}
