import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Day, dayOf, minDay } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { useSelection } from '#web/kit/selection.ts'
import { call } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { getMyPerson, getPerson, listPeople } from '../../api/people.ts'

/** What is read again after something about people was written. */
export const REFRESHED = [listPeople, getPerson, getMyPerson]

type Asked = { text?: string; below?: string }
type Change = { [K in keyof Asked]?: Asked[K] | undefined }

/** What the list is narrowed to; it stands in the address. */
export function usePostFilters() {
  const { text, below } = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: Change) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return { text: text === undefined ? '' : String(text), isBelow: String(below) !== 'false', ask }
}
export type PostFilters = ReturnType<typeof usePostFilters>

/** Today, or the last day of the chosen period when it is over. */
export function useDay(): Day {
  const { period } = useSelection()
  const today = dayOf(new Date())
  return minDay(today, parsePeriod(period)?.endsOn ?? today)
}

/** Who holds a post at the chosen unit on the day, page by page. */
export function usePosted({ text, isBelow }: Pick<PostFilters, 'text' | 'isBelow'>) {
  const { unit } = useSelection()
  const on = useDay()
  const asked = {
    unit: unit ?? '',
    on,
    below: isBelow,
    text: text || undefined,
    limit: 100,
  }
  return useInfiniteQuery({
    queryKey: [nameOf(listPeople), asked],
    enabled: unit !== null,
    queryFn: async ({ pageParam, signal }) =>
      (await call(listPeople, { ...asked, ...(pageParam && { after: pageParam }) }, { signal })).data,
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (old) => old,
  })
}
