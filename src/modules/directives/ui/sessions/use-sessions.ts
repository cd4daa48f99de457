import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type * as z from 'zod'
import { parsePeriod } from '#kernel/period.ts'
import { useSelection } from '#web/kit/selection.ts'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { listSessions } from '../../api/sessions.ts'

export type SessionsPart = z.infer<typeof listSessions.output>
type Asked = { directive?: string; withdrawn?: string }

/** What the list is narrowed to; it stands in the address. */
export function useSessionFilters() {
  const { directive, withdrawn } = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: { directive?: string | undefined; withdrawn?: 'true' | undefined }) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return {
    directive: directive === undefined ? undefined : String(directive),
    withdrawn: String(withdrawn) === 'true',
    ask,
  }
}

/** The sessions of the chosen unit and period page by page; the totals come with the first. */
export function useSessions({ directive, withdrawn }: { directive: string | undefined; withdrawn: boolean }) {
  const { unit, period } = useSelection()
  const days = parsePeriod(period)
  const asked = {
    unit: unit ?? '',
    directive,
    from: days?.startsOn,
    to: days?.endsOn,
    withdrawn: withdrawn ? ('true' as const) : ('false' as const),
    limit: 50,
  }
  return useInfiniteQuery<
    SessionsPart,
    ApiProblem | NoNetwork,
    SessionsPart[],
    unknown[],
    string | undefined
  >({
    queryKey: [nameOf(listSessions), asked],
    enabled: unit !== null,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listSessions, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}
