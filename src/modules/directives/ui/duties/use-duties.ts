import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type * as z from 'zod'
import { useSelection } from '#web/kit/selection.ts'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { listDuties } from '../../api/duties.ts'
import { useDayWithin } from '../sessions/use-units.ts'

export type DutiesPart = z.infer<typeof listDuties.output>
/** `todo`: what waits for the unit. `decide`: answers that wait for the office. */
export const SHOWS = [
  'todo',
  'late',
  'answered',
  'returned',
  'accepted',
  'passed',
  'withdrawn',
  'all',
] as const
export type Show = (typeof SHOWS)[number]
/** The unit's own, or those of all below it as well. */
export type Whose = 'self' | 'all'
type Asked = { show?: Show; whose?: Whose; directive?: string; duty?: string }
type Change = { [K in keyof Asked]?: Asked[K] | undefined }

/** What the list is narrowed to; it stands in the address. */
export function useDutyFilters() {
  const { show, whose, directive, duty } = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: Change) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return {
    show: SHOWS.find((one) => one === show) ?? ('todo' as const),
    whose: whose === 'self' ? ('self' as const) : ('all' as const),
    directive: directive === undefined ? undefined : String(directive),
    duty: duty === undefined ? undefined : String(duty),
    ask,
  }
}
export type DutyFilters = Omit<ReturnType<typeof useDutyFilters>, 'ask'>

/** Occurrences of the chosen unit page by page, those due first first, so that what is overdue stands on top. */
export function useDuties({ show, whose, directive, duty }: DutyFilters) {
  const { unit } = useSelection()
  const on = useDayWithin()
  const asked = {
    unit: unit ?? '',
    on,
    level: whose,
    directive,
    duty,
    late: show === 'late' ? ('true' as const) : ('false' as const),
    state: show === 'late' || show === 'all' ? undefined : show,
    limit: 50,
  }
  return useInfiniteQuery<DutiesPart, ApiProblem | NoNetwork, DutiesPart[], unknown[], string | undefined>({
    queryKey: [nameOf(listDuties), asked],
    enabled: unit !== null,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listDuties, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}
